conv -q -M direct -m same $DATA/taps-8.txt $DATA/noise-1000.txt
