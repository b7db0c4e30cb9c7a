for method in direct fft exact auto; do
    conv -g savgol:5,2 -m valid -M $method $DATA/means-integers.txt
done
