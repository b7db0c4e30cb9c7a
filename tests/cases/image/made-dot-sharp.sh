cat "$DATA/image/dot.pgm" | conv -e '0 -1 0; -1 5 -1; 0 -1 0'
