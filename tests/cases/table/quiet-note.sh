seq 2 | conv -q -e 1,1,1,1 -m valid
