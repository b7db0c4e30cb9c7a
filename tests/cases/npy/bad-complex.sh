conv -e 1 $DATA/npy/bad-complex.npy
