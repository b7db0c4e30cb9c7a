conv --encoding=f64be -e 1 $DATA/npy/asked.npy | cmp - $DATA/npy/asked-f64be-result.npy && echo same
conv -q --encoding=f64be -e 1 -o y.npy < $DATA/npy/asked.npy && cmp y.npy $DATA/npy/asked-f64be-result.npy && echo same
