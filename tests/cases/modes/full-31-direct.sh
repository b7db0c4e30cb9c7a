conv -q -M direct -m full $DATA/taps-31.txt $DATA/noise-1000.txt
