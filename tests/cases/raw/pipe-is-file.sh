conv -e 1 $DATA/s24.wav -t raw > x; wc -c < x; cat x | conv --signal-type=raw --encoding=s24 --channels=2 -e 1 | cmp - x && echo same
