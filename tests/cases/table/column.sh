printf '1\n2\n3\n4\n' | conv -e 0.5,1,0.5
