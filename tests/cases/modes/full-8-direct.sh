conv -q -M direct -m full $DATA/taps-8.txt $DATA/noise-1000.txt
