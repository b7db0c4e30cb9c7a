conv -e 0.5,1 $DATA/npy/column.npy | cmp - $DATA/npy/halves-result.npy && echo same
