printf '1+0j\nnan\nnan\n3j\n' | conv --nan=omit -m valid -e '1 1j'
