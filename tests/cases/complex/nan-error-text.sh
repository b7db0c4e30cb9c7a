printf '1+2j 1\n3 4-nanj\n' | conv --nan=error -e 1 > /dev/null
