conv -e 1 "$DATA/image/colour.ppm"
