conv -e 1 $DATA/npy/bad-scalar.npy
