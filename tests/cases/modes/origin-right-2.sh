conv -m same --origin=right $DATA/taps-2.txt $DATA/noise-20.txt
