for method in direct fft exact auto; do
    conv -g savgol:37,13,9 -m valid -M $method $DATA/means-integers.txt
done
