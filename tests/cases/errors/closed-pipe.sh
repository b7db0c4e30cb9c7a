seq 1000000 | conv -e 1,2,1 | head -1
