conv --print-kernel --normalize=gain $DATA/taps-150.txt
