cat "$DATA/image/floats.pfm" | conv -e 1 | cat
