seq 3 | conv --tap=1,1 --mo=valid
