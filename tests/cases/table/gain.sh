seq 2 | conv -e 1 --gain=20
