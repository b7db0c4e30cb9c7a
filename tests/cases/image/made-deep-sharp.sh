cat "$DATA/image/deep.pgm" | conv -e '0 -1 0; -1 5 -1; 0 -1 0'
