conv -q -c -m same $DATA/taps-3.txt $DATA/noise-20.txt
