conv --print-kernel --normalize=gain -e 1,0,-1 # |H| is largest at a quarter of the rate: 2, and nothing is rounded
conv --print-kernel --normalize=gain -e -1,2,-1 # at half of it: 4
conv --print-kernel --normalize=gain -e 1,3,3,1 # at 0: 8
