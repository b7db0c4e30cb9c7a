conv -q -M fft -m full $DATA/taps-31.txt $DATA/noise-1000.txt
