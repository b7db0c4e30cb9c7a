conv -q -M fft -m same $DATA/taps-150.txt $DATA/noise-1000.txt
