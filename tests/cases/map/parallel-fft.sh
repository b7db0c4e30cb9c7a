conv -M fft --map=3:1:1,3:1:4,3:2:4 $DATA/taps-7x5.txt $DATA/noise-50x5.txt
