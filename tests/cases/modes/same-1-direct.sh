conv -q -M direct -m same $DATA/taps-1.txt $DATA/noise-1000.txt
