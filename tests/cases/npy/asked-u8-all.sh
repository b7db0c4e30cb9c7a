conv --encoding=u8 -e 1 $DATA/npy/asked.npy | cmp - $DATA/npy/asked-u8-result.npy && echo same
conv -q --encoding=u8 -e 1 -o y.npy < $DATA/npy/asked.npy && cmp y.npy $DATA/npy/asked-u8-result.npy && echo same
