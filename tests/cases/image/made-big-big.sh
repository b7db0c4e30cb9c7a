conv -e 1 "$DATA/image/big.pfm" --encoding=f32be
