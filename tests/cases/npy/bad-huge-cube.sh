conv -e 1 $DATA/npy/bad-huge-cube.npy
