conv -q -M exact --format=%.17g -k $DATA/exact-wide-taps.txt $DATA/exact-wide.txt
