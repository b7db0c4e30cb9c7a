conv -e 1 $DATA/npy/bad-trailing.npy
