conv -q -M direct -m full $DATA/taps-1.txt $DATA/noise-1000.txt
