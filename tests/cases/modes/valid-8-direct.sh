conv -q -M direct -m valid $DATA/taps-8.txt $DATA/noise-1000.txt
