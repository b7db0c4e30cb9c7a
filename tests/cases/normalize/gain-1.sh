conv --print-kernel --normalize=gain $DATA/taps-1.txt
