conv -q -M exact --format=%.17g -k $DATA/exact-rounded-twice-taps.txt $DATA/exact-rounded-twice.txt
