conv -e 1 $DATA/npy/bad-lacks-shape.npy
