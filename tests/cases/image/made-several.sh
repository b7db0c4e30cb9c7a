conv -e 1 "$DATA/image/several"
