echo 1 2 3 4 | conv -c -e 1,10 -m valid
