printf '\000\100\000\340' | conv --signal-type=raw --encoding=s16 -e 1 -t npy | cmp - $DATA/npy/asked-raw-result.npy && echo same
