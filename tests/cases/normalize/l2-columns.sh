conv --print-kernel --normalize=l2 -k $DATA/taps-40x2.txt
