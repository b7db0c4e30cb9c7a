printf '\000\100\000\200\000\040' | conv --signal-type=raw --encoding=s16 -e 1 -t wav --rate=8000 > x.wav
conv -e 1 -t npy x.wav | cmp - $DATA/npy/s16-wav-result.npy
printf '\000\100\000\200\000\040' | conv --signal-type=raw --encoding=s16 -e 1 -t npy | cmp - $DATA/npy/s16-wav-result.npy && echo same
