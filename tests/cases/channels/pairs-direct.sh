conv -M direct $DATA/taps-40x2.txt $DATA/noise-300x2.txt
