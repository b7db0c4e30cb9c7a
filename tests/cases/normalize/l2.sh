conv --print-kernel --normalize=l2 $DATA/taps-150.txt
