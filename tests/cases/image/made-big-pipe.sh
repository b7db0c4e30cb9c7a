cat "$DATA/image/big.pfm" | conv -e 1 | cat
