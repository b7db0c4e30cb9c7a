for mode in full same valid; do for m in direct fft exact; do for n in 7 31 299 300 301 330 4503599627370496; do
    conv -M $m -m $mode --step=$n $DATA/taps-1.txt $DATA/noise-300x2.txt || exit
done; done; done
