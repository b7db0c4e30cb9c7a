conv -m same --origin=right $DATA/taps-8.txt $DATA/noise-20.txt
