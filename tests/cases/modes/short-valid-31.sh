conv -q -m valid $DATA/taps-31.txt $DATA/noise-20.txt
