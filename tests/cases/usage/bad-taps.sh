seq 3 | conv -e 1,x,2
