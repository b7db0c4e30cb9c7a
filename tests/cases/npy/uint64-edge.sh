conv -e 1 $DATA/npy/uint64-edge.npy | cmp - $DATA/npy/uint64-edge-result.npy && echo same
