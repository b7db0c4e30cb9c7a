for method in direct fft exact auto; do
    conv -g savgol:11,3,1 -m valid -M $method $DATA/means-integers.txt
done
