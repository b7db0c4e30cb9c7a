cat "$DATA/image/several" | conv -e 1 | cat
