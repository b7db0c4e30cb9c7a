cat "$DATA/image/plain-few.pgm" | conv -e 1
