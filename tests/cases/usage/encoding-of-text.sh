seq 3 | conv -e 1 --encoding=s16
