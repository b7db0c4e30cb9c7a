conv -q -M exact --format=%.17g -k $DATA/exact-nan-taps.txt $DATA/exact-nan.txt | sed s/-nan/nan/
