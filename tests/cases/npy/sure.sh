conv -M direct -e 1,1 $DATA/npy/sure.npy | cmp - $DATA/npy/sure-result.npy && echo same
