cat $DATA/npy/truncated.npy | conv -e 1,1 | cmp - $DATA/npy/truncated-result.npy && echo same
