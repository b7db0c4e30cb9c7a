conv -e 1 "$DATA/image/floats.pfm"
