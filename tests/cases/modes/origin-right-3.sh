conv -m same --origin=right $DATA/taps-3.txt $DATA/noise-20.txt
