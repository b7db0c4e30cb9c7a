printf '1,2\n' | conv -e 1 --format='%8.2e%%'
