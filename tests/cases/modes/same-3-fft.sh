conv -q -M fft -m same $DATA/taps-3.txt $DATA/noise-1000.txt
