conv -e 1 $DATA/npy/bad-text.npy
