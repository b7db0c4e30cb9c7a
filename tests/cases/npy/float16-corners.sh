conv -e 1 -t text $DATA/npy/float16-corners.npy
