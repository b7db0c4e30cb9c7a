conv -q -M fft -m same $DATA/taps-31.txt $DATA/noise-1000.txt
