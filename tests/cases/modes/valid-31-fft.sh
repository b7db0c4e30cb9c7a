conv -q -M fft -m valid $DATA/taps-31.txt $DATA/noise-1000.txt
