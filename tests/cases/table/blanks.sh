printf '  1   2\n 3\t4  \n' | conv -e 1,1
