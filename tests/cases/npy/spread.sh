conv $DATA/npy/kernel-wide.npy $DATA/npy/column.npy | cmp - $DATA/npy/spread-result.npy && echo same
