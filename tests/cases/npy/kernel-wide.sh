conv $DATA/npy/kernel-wide.npy $DATA/npy/wide.npy | cmp - $DATA/npy/kernel-wide-result.npy && echo same
