printf '1\t2\n3\t4\n' | conv -d '\t' -e 1,1
