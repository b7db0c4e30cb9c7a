printf '1+1j\n2\n' | conv -u -e '1 1j'
