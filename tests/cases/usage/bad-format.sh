seq 3 | conv -e 1 --format=%d
