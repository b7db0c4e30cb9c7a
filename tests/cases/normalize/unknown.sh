conv --normalize=max -e 1
