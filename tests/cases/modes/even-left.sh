echo 1 2 3 4 5 | conv -e 1,1,1,1 -m same
