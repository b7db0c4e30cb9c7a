conv --dims=4 -c --lags=-1:1 -t npy $DATA/axes/four-weights.npy $DATA/axes/four.npy > y.npy
conv -e 1 -t text y.npy
