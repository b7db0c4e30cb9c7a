seq 3 | conv -e 1 -t npy --encoding=s24
