conv -e 1 -t text $DATA/npy/one-row.npy
