conv --print-kernel --normalize=peak -k $DATA/taps-40x2.txt
