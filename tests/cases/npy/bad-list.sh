conv -e 1 $DATA/npy/bad-list.npy
