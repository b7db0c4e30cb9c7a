conv --dims=2 -c --lags=-1:1 -t npy $DATA/axes/colours-weights.npy $DATA/axes/colours.npy > y.npy
conv -e 1 -t text y.npy
