conv --signal-type=raw --encoding=cf64be -e 1 -t text $DATA/complex/cf64be.raw
