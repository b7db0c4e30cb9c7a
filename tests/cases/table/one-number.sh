echo 5 | conv -e 1,2
