conv --print-kernel --normalize=gain $DATA/taps-31.txt
