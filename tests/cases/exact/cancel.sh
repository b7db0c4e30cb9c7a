conv -q -M exact --format=%.17g -k $DATA/exact-cancel-taps.txt $DATA/exact-cancel.txt
