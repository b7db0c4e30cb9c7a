conv -q -c -m valid $DATA/taps-150.txt $DATA/noise-20.txt
