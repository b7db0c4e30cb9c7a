seq 3 | conv -k a -k b
