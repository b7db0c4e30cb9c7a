conv --normalize=l1 -e 0,0
