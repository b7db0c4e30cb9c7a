conv --print-kernel --normalize=gain -k $DATA/taps-40x2.txt
