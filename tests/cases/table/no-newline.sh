printf '1\n2' | conv -e 1,1
