conv -e 1 "$DATA/image/scaled.pfm"
