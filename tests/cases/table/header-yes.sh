printf '10\n1\n2\n' | conv -H -e 2
