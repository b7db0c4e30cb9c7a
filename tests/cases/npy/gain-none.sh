conv --gain=0 -e 1,-2,3 $DATA/npy/column.npy | cmp - $DATA/npy/gain-result.npy && echo same
