conv -e 1 $DATA/npy/bad-deep.npy
