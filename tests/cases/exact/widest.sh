conv -q -M exact --format=%.17g -k $DATA/exact-widest-taps.txt $DATA/exact-widest.txt
