conv --dims=3 -c --lags=0:2,0:2,0:2 --step=2 -t text $DATA/axes/cube-weights.npy $DATA/axes/cube.npy
