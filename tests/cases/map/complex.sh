printf '1+2j,3\n4j,5-1j\n' | conv -e 1j,2 --map=2:3:1,1:1:1
