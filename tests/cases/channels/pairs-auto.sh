conv -M auto $DATA/taps-40x2.txt $DATA/noise-300x2.txt
