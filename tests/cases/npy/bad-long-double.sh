conv -e 1 $DATA/npy/bad-long-double.npy
