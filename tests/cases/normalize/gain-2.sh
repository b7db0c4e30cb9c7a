conv --print-kernel --normalize=gain $DATA/taps-2.txt
