conv -q -M fft -m full $DATA/taps-3.txt $DATA/noise-1000.txt
