conv -q -M exact --format=%.17g -k $DATA/exact-ties-taps.txt $DATA/exact-ties.txt
