conv $DATA/npy/kernel.npy $DATA/npy/wide.npy | cmp - $DATA/npy/wide-result.npy && echo same
