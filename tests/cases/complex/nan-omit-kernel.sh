echo 1 | conv --nan=omit -e 1,1j
