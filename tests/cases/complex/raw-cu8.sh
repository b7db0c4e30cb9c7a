conv --signal-type=raw --encoding=cu8 -e 1 -t text $DATA/complex/cu8.raw
