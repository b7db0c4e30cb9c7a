conv -e 1 $DATA/npy/bad-unterminated.npy
