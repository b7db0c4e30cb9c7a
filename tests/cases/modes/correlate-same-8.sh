conv -q -c -m same $DATA/taps-8.txt $DATA/noise-20.txt
