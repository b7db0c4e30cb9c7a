conv -g gauss:1.2 "$DATA/image/ten.ppm"
