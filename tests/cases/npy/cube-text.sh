conv -e 1 -t csv $DATA/npy/cube.npy
