conv -q -M exact --format=%.17g -k $DATA/exact-cancel-all-taps.txt $DATA/exact-cancel-all.txt
