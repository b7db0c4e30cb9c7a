conv -e 1 "$DATA/image/deep.pgm"
