conv --dims=4 -c --lags -t text $DATA/axes/four-weights.npy $DATA/axes/four.npy
