conv -g gauss:1.2 -t csv "$DATA/image/dot.pgm" | tr , " "
