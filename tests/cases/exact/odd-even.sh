conv -q -M exact --format=%.17g -k $DATA/exact-odd-even-taps.txt $DATA/exact-odd-even.txt
