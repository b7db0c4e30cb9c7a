conv -q -M direct -m full $DATA/taps-150.txt $DATA/noise-1000.txt
