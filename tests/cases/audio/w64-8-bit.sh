conv -e 1 $DATA/u8.wav -o y.w64; conv -e 1 -t text y.w64 > a; conv -e 1 -t text $DATA/u8.wav | cmp - a && echo same
