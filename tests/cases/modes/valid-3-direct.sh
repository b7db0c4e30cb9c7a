conv -q -M direct -m valid $DATA/taps-3.txt $DATA/noise-1000.txt
