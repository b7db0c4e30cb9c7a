conv -c -m same --same=longest $DATA/taps-3.txt $DATA/noise-20.txt
