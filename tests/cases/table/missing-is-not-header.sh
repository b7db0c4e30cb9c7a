printf 'NA\n2\n' | conv -e 1
