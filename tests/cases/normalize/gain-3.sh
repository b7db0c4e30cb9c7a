conv --print-kernel --normalize=gain $DATA/taps-3.txt
