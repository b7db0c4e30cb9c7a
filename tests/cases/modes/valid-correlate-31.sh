conv -q -c -m valid $DATA/taps-31.txt $DATA/noise-20.txt
