conv -M fft -e 1,-2,3 $DATA/npy/wide.npy | cmp - $DATA/npy/wide-result.npy && echo same
