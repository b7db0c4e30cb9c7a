conv -c --normalize=coeff $DATA/taps-31.txt $DATA/noise-300x2.txt
conv -c --lags=-9:9 --normalize=coeff $DATA/taps-40x2.txt $DATA/noise-20.txt
