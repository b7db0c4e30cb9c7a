conv -e 1 $DATA/npy/bad-float-length.npy
