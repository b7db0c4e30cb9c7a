printf 'a,b\n' | conv -e 1
