conv --signal-type=raw --encoding=cs8 -e 1 -t text $DATA/complex/cs8.raw
