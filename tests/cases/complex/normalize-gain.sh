echo 1 | conv --normalize=gain -e 1,1j
