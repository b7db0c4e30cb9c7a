conv --normalize=peak -e 0,0
