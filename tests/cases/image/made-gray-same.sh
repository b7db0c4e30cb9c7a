conv -e 1 "$DATA/image/gray.pgm"
