conv -e 1 $DATA/npy/bad-object.npy
