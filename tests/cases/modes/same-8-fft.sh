conv -q -M fft -m same $DATA/taps-8.txt $DATA/noise-1000.txt
