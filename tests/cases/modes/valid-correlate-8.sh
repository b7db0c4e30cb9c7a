conv -q -c -m valid $DATA/taps-8.txt $DATA/noise-20.txt
