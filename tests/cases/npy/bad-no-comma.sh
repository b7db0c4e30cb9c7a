conv -e 1 $DATA/npy/bad-no-comma.npy
