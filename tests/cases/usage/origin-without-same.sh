seq 3 | conv -e 1,1 --origin=left
