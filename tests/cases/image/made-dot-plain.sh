conv -e 1 "$DATA/image/plain-dot.pgm"
