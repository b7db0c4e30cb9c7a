echo 1 2 | conv -e 1,10,3,5 -m valid
