conv -q -M fft -m full $DATA/taps-2.txt $DATA/noise-1000.txt
