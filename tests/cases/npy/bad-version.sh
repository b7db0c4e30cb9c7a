conv -e 1 $DATA/npy/bad-version.npy
