printf '1,2j,3\n' | conv -e 1,2 | tr , '\n'
