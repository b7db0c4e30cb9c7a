conv -q -M fft -m full $DATA/taps-150.txt $DATA/noise-1000.txt
