conv -e 1 $DATA/npy/int64-edge.npy > /dev/full
