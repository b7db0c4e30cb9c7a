conv --encoding=s16 -e 1 $DATA/npy/asked.npy | cmp - $DATA/npy/asked-s16-result.npy && echo same
conv -q --encoding=s16 -e 1 -o y.npy < $DATA/npy/asked.npy && cmp y.npy $DATA/npy/asked-s16-result.npy && echo same
