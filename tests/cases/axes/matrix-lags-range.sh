conv --dims=2 -c --lags=-1:1 -t npy $DATA/axes/matrix-weights.npy $DATA/axes/matrix.npy > y.npy
conv -e 1 -t text y.npy
