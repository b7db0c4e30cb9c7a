conv --dims=2 -c --lags -t text $DATA/axes/colours-weights.npy $DATA/axes/colours.npy
