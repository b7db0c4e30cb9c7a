printf '1+1j\n2\n' | conv --gain=20 -e 1
