printf '1,2\n3\n' | conv -e 1
