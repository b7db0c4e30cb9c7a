conv --normalize=sum -e 1,-2,1
