conv --encoding=f64 -e 1,-2,3 $DATA/npy/column.npy | cmp - $DATA/npy/from-text-result.npy && echo same
