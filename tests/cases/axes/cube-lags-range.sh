conv --dims=3 -c --lags=-1:1 -t npy $DATA/axes/cube-weights.npy $DATA/axes/cube.npy > y.npy
conv -e 1 -t text y.npy
