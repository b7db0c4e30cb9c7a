conv -q -M direct -m full $DATA/taps-2.txt $DATA/noise-1000.txt
