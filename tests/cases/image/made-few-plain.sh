conv -e 1 "$DATA/image/plain-few.pgm"
