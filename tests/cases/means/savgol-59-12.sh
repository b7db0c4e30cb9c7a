for method in direct fft exact auto; do
    conv -g savgol:59,12 -m valid -M $method $DATA/means-integers.txt
done
