conv -q -M exact --format=%.17g -k $DATA/exact-subnormal-taps.txt $DATA/exact-subnormal.txt
