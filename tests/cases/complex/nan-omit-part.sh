echo 1 | conv --nan=omit:0.5 -e 1,1j
