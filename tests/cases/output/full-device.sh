seq 3 | conv -e 1 -o /dev/full
