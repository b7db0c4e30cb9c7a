conv -e 1 -t wav $DATA/npy/float32-big-1.npy
