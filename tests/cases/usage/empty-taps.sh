seq 3 | conv -e ''
