conv -q -m same $DATA/taps-31.txt $DATA/noise-20.txt
