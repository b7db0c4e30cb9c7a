conv --normalize=sum -e 0.1,0.2,-0.3
