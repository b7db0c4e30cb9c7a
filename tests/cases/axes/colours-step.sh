conv --dims=2 --step=3 -t text $DATA/axes/colours-weights.npy $DATA/axes/colours.npy
