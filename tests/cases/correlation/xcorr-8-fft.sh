conv -c -b zero -M fft --normalize=xcorr $DATA/taps-8.txt $DATA/noise-20.txt
