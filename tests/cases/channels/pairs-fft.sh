conv -M fft $DATA/taps-40x2.txt $DATA/noise-300x2.txt
