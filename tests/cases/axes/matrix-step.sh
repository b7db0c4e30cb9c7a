conv --dims=2 --step=3 -t text $DATA/axes/matrix-weights.npy $DATA/axes/matrix.npy
