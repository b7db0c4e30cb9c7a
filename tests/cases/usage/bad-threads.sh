seq 3 | conv -e 1 -j 0
