seq 3 | conv -e 1 -t wav --rate=0
