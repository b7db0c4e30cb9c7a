conv -m same --origin=5 $DATA/taps-8.txt $DATA/noise-20.txt
