conv --nan=omit -b renorm -m same -e '1 2 4 2 1' $DATA/complex/holed.npy -t raw | od -An -v -w16 -tf8
