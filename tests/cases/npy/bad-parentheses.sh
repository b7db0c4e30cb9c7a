conv -e 1 $DATA/npy/bad-parentheses.npy
