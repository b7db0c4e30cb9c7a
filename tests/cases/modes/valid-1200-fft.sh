conv -q -M fft -m valid $DATA/taps-1200.txt $DATA/noise-1000.txt
