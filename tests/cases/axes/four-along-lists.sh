conv --axes=1,3 -m same -b wrap,mirror --origin=1,0 -t text $DATA/axes/four-along-13-squeezed.npy $DATA/axes/four.npy
