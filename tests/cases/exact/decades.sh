conv -q -M exact --format=%.17g -k $DATA/exact-decades-taps.txt $DATA/exact-decades.txt
