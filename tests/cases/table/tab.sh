printf '1\t2\n3\t4\n' | conv -e 1,1
