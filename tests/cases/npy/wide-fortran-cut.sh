head -c 140 $DATA/npy/wide-fortran.npy | conv -e 1
