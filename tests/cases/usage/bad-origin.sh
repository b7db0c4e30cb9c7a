seq 3 | conv -e 1 -m same --origin=middle
