conv -q -M direct -m valid $DATA/taps-31.txt $DATA/noise-1000.txt
