conv -M fft $DATA/taps-31.txt $DATA/noise-300x2.txt
