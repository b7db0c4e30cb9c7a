conv --signal-type=raw --encoding=cs16be -e 1 -t text $DATA/complex/cs16be.raw
