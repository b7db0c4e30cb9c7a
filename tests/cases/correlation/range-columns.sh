conv -c --lags=-2:1 -b mirror $DATA/taps-31.txt $DATA/noise-300x2.txt
