conv --print-kernel --normalize=peak $DATA/taps-150.txt
