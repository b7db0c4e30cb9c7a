cat "$DATA/image/plain-gray.pgm" | conv -e 1
