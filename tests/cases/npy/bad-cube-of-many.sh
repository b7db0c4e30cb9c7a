conv -e 1 $DATA/npy/bad-cube-of-many.npy
