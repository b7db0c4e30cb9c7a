conv -M fft -m same --origin=0 $DATA/taps-150.txt $DATA/spoilt-1000.txt
