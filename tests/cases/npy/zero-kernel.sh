conv -e 0 $DATA/npy/column.npy | cmp - $DATA/npy/zeros-result.npy && echo same
