(seq 100 130; printf '7\0\n') | conv -e 1
