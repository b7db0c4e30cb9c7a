cat "$DATA/image/plain-ten.ppm" | conv -e 1
