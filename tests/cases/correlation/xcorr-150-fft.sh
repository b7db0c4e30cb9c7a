conv -c -m valid -M fft --normalize=xcorr $DATA/taps-150.txt $DATA/noise-1000.txt
