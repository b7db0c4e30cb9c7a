for range in -5:5 0:0 3:12 -100:-20 990:2000 -3000:3000 -30:-30 999:999; do
    conv -c --lags=$range --normalize=xcorr $DATA/taps-31.txt $DATA/noise-1000.txt
    cat $DATA/noise-1000.txt | conv -c -M fft --lags=$range --normalize=xcorr $DATA/taps-31.txt
done
