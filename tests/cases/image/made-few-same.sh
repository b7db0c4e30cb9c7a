conv -e 1 "$DATA/image/few.pgm"
