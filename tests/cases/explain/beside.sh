seq 3 | conv -v -c -m same -e 1,2,3
