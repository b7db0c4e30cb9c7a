conv -e 1 "$DATA/image/big.pfm"
