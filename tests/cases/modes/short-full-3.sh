conv -q -m full $DATA/taps-3.txt $DATA/noise-20.txt
