conv --signal-type=raw --encoding=cf32be -e 1 -t text $DATA/complex/cf32be.raw
