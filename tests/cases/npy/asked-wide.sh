conv --encoding=s16 -e 1,2 $DATA/npy/wide.npy | cmp - $DATA/npy/asked-wide-result.npy && echo same
