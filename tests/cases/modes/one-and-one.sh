echo 3 | conv -e 4
