conv -c --lags --normalize=xcorr $DATA/taps-31.txt $DATA/noise-300x2.txt
conv -c --lags --normalize=xcorr $DATA/taps-40x2.txt $DATA/noise-20.txt
