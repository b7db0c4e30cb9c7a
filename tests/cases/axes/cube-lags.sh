conv --dims=3 -c --lags -t text $DATA/axes/cube-weights.npy $DATA/axes/cube.npy
