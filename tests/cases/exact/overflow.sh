conv -q -M exact --format=%.17g -k $DATA/exact-overflow-taps.txt $DATA/exact-overflow.txt
