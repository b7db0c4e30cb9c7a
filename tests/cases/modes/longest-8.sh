conv -m same --same=longest $DATA/taps-8.txt $DATA/noise-20.txt
