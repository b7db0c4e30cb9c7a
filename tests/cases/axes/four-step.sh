conv --dims=4 --step=3 -t text $DATA/axes/four-weights.npy $DATA/axes/four.npy
