conv -q -M fft -m same $DATA/taps-2.txt $DATA/noise-1000.txt
