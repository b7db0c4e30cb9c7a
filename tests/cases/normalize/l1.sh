conv --print-kernel --normalize=l1 $DATA/taps-150.txt
