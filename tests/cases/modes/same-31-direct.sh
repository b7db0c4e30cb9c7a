conv -q -M direct -m same $DATA/taps-31.txt $DATA/noise-1000.txt
