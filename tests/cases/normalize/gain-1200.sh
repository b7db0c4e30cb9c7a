conv --print-kernel --normalize=gain $DATA/taps-1200.txt
