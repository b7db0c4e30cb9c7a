seq 3 | conv --signal-type=raw -e 1
