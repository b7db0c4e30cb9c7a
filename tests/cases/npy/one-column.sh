conv -e 1,-2,3 $DATA/npy/one-column.npy | cmp - $DATA/npy/one-column-result.npy && echo same
