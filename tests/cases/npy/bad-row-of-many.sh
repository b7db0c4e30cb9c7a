conv -e 1 $DATA/npy/bad-row-of-many.npy
