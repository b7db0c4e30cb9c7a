conv --encoding=s32be -e 1 $DATA/npy/asked.npy | cmp - $DATA/npy/asked-s32be-result.npy && echo same
conv -q --encoding=s32be -e 1 -o y.npy < $DATA/npy/asked.npy && cmp y.npy $DATA/npy/asked-s32be-result.npy && echo same
