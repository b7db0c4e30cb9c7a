conv -e 1 $DATA/npy/bad-fortran-word.npy
