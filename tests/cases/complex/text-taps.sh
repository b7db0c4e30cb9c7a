printf '1+0j\n1j\n' | conv -e '1+1j, -2 (0+.5j)'
