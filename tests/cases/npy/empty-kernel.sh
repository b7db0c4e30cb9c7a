seq 3 | conv $DATA/npy/bad-empty.npy
