conv -c --normalize=biased $DATA/taps-31.txt $DATA/noise-300x2.txt
conv -c --lags=-9:9 --normalize=biased $DATA/taps-40x2.txt $DATA/noise-20.txt
