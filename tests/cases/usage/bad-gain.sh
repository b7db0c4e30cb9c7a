seq 3 | conv -e 1 --gain=loud
