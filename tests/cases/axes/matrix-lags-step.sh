conv --dims=2 -c --lags=0:2,0:2 --step=2 -t text $DATA/axes/matrix-weights.npy $DATA/axes/matrix.npy
