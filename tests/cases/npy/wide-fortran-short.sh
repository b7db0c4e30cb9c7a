head -c 195 $DATA/npy/wide-fortran.npy > x
conv -e 1 -t text x
cat x | conv -e 1 -t text
