conv -e 1 --rate=8000 -t wav --encoding=f32 $DATA/npy/float32-big-1.npy | tail -c 28 | od -An -tf4 -w4 | tr -d ' '
