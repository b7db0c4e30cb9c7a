conv -g gauss:1.2 -t csv "$DATA/image/colour.ppm" | tr , " "
