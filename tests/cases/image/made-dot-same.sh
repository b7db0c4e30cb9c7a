conv -e 1 "$DATA/image/dot.pgm"
