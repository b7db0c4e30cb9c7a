conv -q -M fft -m full $DATA/taps-1.txt $DATA/noise-1000.txt
