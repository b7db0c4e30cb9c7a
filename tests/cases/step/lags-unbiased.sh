for m in direct fft exact; do
    conv -M $m -c --lags --normalize=unbiased --step=4 $DATA/taps-31.txt \
        $DATA/noise-300x2.txt || exit
done
