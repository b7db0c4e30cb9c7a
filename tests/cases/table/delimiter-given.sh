printf '1:2\n3:4\n' | conv -d : -e 1,1
