conv -e 1 "$DATA/image/plain-deep.pgm"
