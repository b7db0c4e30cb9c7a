echo 1,2,3,4 | conv -e 1,1
