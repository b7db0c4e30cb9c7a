conv --dims=3 --step=3 -t text $DATA/axes/cube-weights.npy $DATA/axes/cube.npy
