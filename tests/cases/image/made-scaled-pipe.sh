cat "$DATA/image/scaled.pfm" | conv -e 1 | cat
