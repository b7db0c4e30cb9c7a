conv -c -e '1 2 -4; 0 3 1' -t csv "$DATA/image/gray.pgm" | tr , " "
