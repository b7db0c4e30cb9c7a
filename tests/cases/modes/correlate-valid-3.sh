conv -q -c -m valid $DATA/taps-3.txt $DATA/noise-20.txt
