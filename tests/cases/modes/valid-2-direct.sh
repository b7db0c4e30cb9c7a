conv -q -M direct -m valid $DATA/taps-2.txt $DATA/noise-1000.txt
