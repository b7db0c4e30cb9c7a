cat "$DATA/image/plain-colour.ppm" | conv -e 1
