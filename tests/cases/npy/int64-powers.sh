conv -e 1 $DATA/npy/int64-powers.npy | cmp - $DATA/npy/int64-powers-result.npy && echo same
