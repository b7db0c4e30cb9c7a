conv -e 1 $DATA/npy/bad-negative.npy
