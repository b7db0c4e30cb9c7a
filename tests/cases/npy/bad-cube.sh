conv -e 1 $DATA/npy/bad-cube.npy
