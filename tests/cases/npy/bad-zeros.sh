conv -e 1 $DATA/npy/bad-zeros.npy
