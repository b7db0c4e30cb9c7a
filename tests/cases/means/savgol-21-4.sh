for method in direct fft exact auto; do
    conv -g savgol:21,4 -m valid -M $method $DATA/means-integers.txt
done
