conv -e 1 $DATA/npy/bad-nested.npy
