conv --signal-type=raw --encoding=cf32 -e 1 -t text $DATA/complex/cf32.raw
