conv -q -M direct -m valid $DATA/taps-150.txt $DATA/noise-1000.txt
