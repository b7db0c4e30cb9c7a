conv -q -e 1 $DATA/npy/int64-edge.npy | cmp - $DATA/npy/int64-edge-result.npy && echo same
