conv -e 1 "$DATA/image/plain-colour.ppm"
