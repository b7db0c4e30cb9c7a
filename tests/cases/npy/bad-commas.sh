conv -e 1 $DATA/npy/bad-commas.npy
