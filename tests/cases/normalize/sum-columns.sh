conv --print-kernel --normalize=sum $DATA/taps-40x2.txt
