printf 'a,"b\n1,2\n3,4\n' | conv -e 1 | tail -2
