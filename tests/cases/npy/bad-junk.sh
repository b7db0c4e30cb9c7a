conv -e 1 $DATA/npy/bad-junk.npy
