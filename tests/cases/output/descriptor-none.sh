seq 2 | conv -e 1 -o /dev/fd/
