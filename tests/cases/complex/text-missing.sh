printf '1j,2\n,NA\nnan+1j,4\n1-nanj,null\n' | conv -e 1 -t text
