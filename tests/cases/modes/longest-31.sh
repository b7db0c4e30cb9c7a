conv -m same --same=longest $DATA/taps-31.txt $DATA/noise-20.txt
