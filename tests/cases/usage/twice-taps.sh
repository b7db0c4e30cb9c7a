seq 3 | conv -e 1 -e 2
