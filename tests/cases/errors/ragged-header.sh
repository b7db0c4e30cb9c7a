printf 'a,b,c\n3,4\n' | conv -e 1
