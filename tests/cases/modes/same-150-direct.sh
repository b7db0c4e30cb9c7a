conv -q -M direct -m same $DATA/taps-150.txt $DATA/noise-1000.txt
