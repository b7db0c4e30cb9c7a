conv -e 1 $DATA/npy/bad-header-cut.npy
