conv -e 1 $DATA/npy/bad-header-length.npy
