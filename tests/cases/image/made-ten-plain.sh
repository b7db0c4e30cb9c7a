conv -e 1 "$DATA/image/plain-ten.ppm"
