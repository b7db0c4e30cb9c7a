conv -q -M fft -m valid $DATA/taps-3.txt $DATA/noise-1000.txt
