cat "$DATA/image/plain-dot.pgm" | conv -e 1
