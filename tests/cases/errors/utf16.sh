printf '1\0\n\0' | conv -e 1
