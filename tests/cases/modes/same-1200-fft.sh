conv -q -M fft -m same $DATA/taps-1200.txt $DATA/noise-1000.txt
