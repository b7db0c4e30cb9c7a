conv -M direct -e 1,1 $DATA/npy/unsure.npy | cmp - $DATA/npy/unsure-result.npy && echo same
