printf 'size "in,weight\n1,2\n' | conv -e 1
