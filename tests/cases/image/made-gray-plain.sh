conv -e 1 "$DATA/image/plain-gray.pgm"
