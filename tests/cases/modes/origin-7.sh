conv -m same --origin=7 $DATA/taps-8.txt $DATA/noise-20.txt
