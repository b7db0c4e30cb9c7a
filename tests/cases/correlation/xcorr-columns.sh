conv -c -m valid --normalize=xcorr --lags $DATA/taps-40x2.txt $DATA/noise-300x2.txt
