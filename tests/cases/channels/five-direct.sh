conv -M direct -m same $DATA/taps-7x5.txt $DATA/noise-50x5.txt
