conv --dims=2 -c --lags -t text $DATA/axes/matrix-weights.npy $DATA/axes/matrix.npy
