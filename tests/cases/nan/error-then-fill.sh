echo 1 nan | conv --nan=error --nan=fill:0 -e 1
