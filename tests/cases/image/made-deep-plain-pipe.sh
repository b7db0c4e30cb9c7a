cat "$DATA/image/plain-deep.pgm" | conv -e 1
