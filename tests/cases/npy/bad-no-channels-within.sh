conv -e 1 $DATA/npy/bad-no-channels-within.npy
