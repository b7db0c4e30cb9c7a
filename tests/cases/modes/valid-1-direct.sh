conv -q -M direct -m valid $DATA/taps-1.txt $DATA/noise-1000.txt
