conv --normalize=l2 $DATA/taps-3.txt $DATA/noise-20.txt
