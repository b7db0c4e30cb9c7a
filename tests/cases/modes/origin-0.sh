conv -m same --origin=0 $DATA/taps-8.txt $DATA/noise-20.txt
