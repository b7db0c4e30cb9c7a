conv -c -m same --same=longest $DATA/taps-150.txt $DATA/noise-20.txt
