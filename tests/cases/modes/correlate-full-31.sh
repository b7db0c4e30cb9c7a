conv -q -c -m full $DATA/taps-31.txt $DATA/noise-20.txt
