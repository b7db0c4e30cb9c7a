printf '1+1j\n2\n' | conv --gain=20 --offset=0.5 -e 1
