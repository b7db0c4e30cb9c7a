seq 3 | conv --signal-type=wav -e 1
