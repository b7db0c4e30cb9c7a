echo 1 | conv --nan=omit -e '1j 1 -1 -1j'
