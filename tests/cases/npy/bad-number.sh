conv -e 1 $DATA/npy/bad-number.npy
