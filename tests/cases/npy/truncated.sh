conv -e 1,1 $DATA/npy/truncated.npy | cmp - $DATA/npy/truncated-result.npy && echo same
