conv -e 1 $DATA/npy/bad-open.npy
