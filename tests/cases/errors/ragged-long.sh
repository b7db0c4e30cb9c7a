printf '1 2\n3 4\n5 6 7\n' | conv -e 1
