conv -e 1 -t text $DATA/npy/int64-edge.npy
