conv --print-kernel --normalize=l1 -k $DATA/taps-40x2.txt
