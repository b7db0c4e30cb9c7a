conv --signal-type=raw --encoding=cs16 -e 1 -t text $DATA/complex/cs16.raw
