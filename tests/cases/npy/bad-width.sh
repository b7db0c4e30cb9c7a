conv -e 1 $DATA/npy/bad-width.npy
