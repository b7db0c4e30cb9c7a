conv -q -M fft -m valid $DATA/taps-150.txt $DATA/noise-1000.txt
