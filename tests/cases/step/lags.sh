for m in direct fft exact; do for n in 7 31 299 300 301 330 4503599627370496; do
    conv -M $m -c --lags --step=$n $DATA/taps-31.txt $DATA/noise-300x2.txt || exit
    conv -M $m -c --lags=-7:100 --step=$n $DATA/taps-31.txt $DATA/noise-300x2.txt || exit
done; done
