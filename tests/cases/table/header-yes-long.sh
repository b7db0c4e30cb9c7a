printf '10\n1\n2\n' | conv --header=yes -e 2
