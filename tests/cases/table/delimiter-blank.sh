printf 'a,b c\n1 2\n' | conv -d ' ' -e 2
