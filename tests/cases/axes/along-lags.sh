conv --axes=1 -c --lags -t text -e '0.345584192064786 0.8216181435011584' $DATA/axes/cube.npy
