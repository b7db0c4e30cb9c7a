printf '1+0j\nnan\n1j\n' | conv --nan=omit -m valid -e '1j 3 -1j'
