printf '1,2\n3 4,5\n' | conv -e 1
