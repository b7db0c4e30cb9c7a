seq 3 | conv --channels=2 -e 1
