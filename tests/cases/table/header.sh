printf 'time,value\n1,2\n3,4\n' | conv -e 1,1 -m same
