seq 3 | conv -e 1,1 -m same --origin=2
