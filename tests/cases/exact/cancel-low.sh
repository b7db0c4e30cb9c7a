conv -q -M exact --format=%.17g -k $DATA/exact-cancel-low-taps.txt $DATA/exact-cancel-low.txt
