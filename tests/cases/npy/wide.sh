conv -e 1,-2,3 $DATA/npy/wide.npy | cmp - $DATA/npy/wide-result.npy
conv -e 1 -t csv $DATA/npy/wide.npy
