conv -e 1 -t text $DATA/npy/float64-corners.npy
