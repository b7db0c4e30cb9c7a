conv -q -M direct -m full $DATA/taps-3.txt $DATA/noise-1000.txt
