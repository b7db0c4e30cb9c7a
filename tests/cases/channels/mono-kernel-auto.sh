conv -M auto $DATA/taps-31.txt $DATA/noise-300x2.txt
