conv --normalize=l2 -e 0,0
