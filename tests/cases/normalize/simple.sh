p() { conv --print-kernel --normalize=$1 -e $2 | tr '\n' ' '; echo; }
p none 2,-6; p sum 1,2,1; p sum 1,-5; p l1 1,-2,1; p l2 3,-4; p peak 1,-4,2; p gain 1,2,1; p gain 1,-1; p gain 1,0,-1; p gain -8; p gain 0,0,4,0
