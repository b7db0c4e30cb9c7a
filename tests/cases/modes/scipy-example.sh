echo 1 5 | conv -e 3,4,2 -m same
