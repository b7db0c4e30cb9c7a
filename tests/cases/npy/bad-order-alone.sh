conv -e 1 $DATA/npy/bad-order-alone.npy
