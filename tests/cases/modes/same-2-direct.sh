conv -q -M direct -m same $DATA/taps-2.txt $DATA/noise-1000.txt
