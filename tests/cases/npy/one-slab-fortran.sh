# 1 x 2 x 3 numbers in Fortran order, as numpy.asfortranarray and save write them
conv -e 1 -t text $DATA/npy/one-slab-fortran.npy
cat $DATA/npy/one-slab-fortran.npy | conv -e 1 -t text
