seq 300000 | conv -e 1 > /dev/full
