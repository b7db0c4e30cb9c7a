conv -e 1 $DATA/npy/bad-key.npy
