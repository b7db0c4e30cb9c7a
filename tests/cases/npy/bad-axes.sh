conv -e 1 $DATA/npy/bad-axes.npy
