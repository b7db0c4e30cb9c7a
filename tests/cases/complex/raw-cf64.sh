conv --signal-type=raw --encoding=cf64 -e 1 -t text $DATA/complex/cf64.raw
