printf 'Temperature C\n1\n2\n' | conv -e 1,1
