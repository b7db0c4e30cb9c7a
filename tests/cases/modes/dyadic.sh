printf '0.5\n-1.25\n1e3\n' | conv -e 2,0.25
