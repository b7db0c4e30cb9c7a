printf '1,2\n3,4\n' | conv -e 1 --map=1:1:1,2:4:1,1:4:1 --explain | grep map
