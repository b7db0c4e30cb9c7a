echo 0 1 0 0 0 | conv -c -m same --origin=0 -e 1,2,3; echo 0 1 0 0 0 | conv -c -m same --origin=2 -e 1,2,3
