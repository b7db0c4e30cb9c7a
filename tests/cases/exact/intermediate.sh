conv -q -M exact --format=%.17g -k $DATA/exact-intermediate-taps.txt $DATA/exact-intermediate.txt
