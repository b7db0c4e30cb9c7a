printf '1,2\n,NA\nnull,3\n4,NULL\n' | conv -e 1
