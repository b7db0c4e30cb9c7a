conv --nan=error -e 1 $DATA/complex/holed.npy > /dev/null
