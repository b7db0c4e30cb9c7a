conv -q -M exact --format=%.17g -k $DATA/exact-true-stereo-taps.txt $DATA/exact-true-stereo.txt
