conv --normalize=gain -e 0,0
