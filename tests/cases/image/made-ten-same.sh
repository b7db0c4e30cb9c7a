conv -e 1 "$DATA/image/ten.ppm"
