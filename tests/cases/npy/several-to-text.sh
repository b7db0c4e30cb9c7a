cat $DATA/npy/column.npy $DATA/npy/kernel.npy > x
conv -e 1 -t text x
