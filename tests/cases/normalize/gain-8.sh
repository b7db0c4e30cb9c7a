conv --print-kernel --normalize=gain $DATA/taps-8.txt
