conv -q -M fft -m full $DATA/taps-1200.txt $DATA/noise-1000.txt
