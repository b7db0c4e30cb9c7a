for m in 3 8 31; do
    head -500 $DATA/noise-1000.txt | awk '{ printf "%.3f\n", $1 + 50 }' |
        conv -c -b zero -M fft --normalize=xcorr $DATA/taps-$m.txt
done
