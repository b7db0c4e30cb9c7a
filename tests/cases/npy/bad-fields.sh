conv -e 1 $DATA/npy/bad-fields.npy
