cat $DATA/noise-1000.txt $DATA/noise-1000.txt $DATA/noise-1000.txt |
    awk '{ printf "%s%s\n", $1, NR <= 2000 ? "e6" : "e-6" }' > x
conv -c --lags -M fft --normalize=xcorr $DATA/taps-150.txt x |
    awk '$1 >= 1990 && $1 < 2200 && ($1 - 1990) % 7 == 0'
