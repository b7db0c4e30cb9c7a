conv -q -M fft -m valid $DATA/taps-2.txt $DATA/noise-1000.txt
