conv --dims=4 -c --lags=0:2,0:2,0:2,0:2 --step=2 -t text $DATA/axes/four-weights.npy $DATA/axes/four.npy
