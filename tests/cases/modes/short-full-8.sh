conv -q -m full $DATA/taps-8.txt $DATA/noise-20.txt
