conv -e 1 $DATA/npy/bad-empty-wide.npy
