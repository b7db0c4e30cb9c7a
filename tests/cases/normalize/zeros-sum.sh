conv --normalize=sum -e 0,0
