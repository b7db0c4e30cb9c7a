conv -e 1 $DATA/npy/bad-huge.npy
