for method in direct fft exact auto; do
    conv -g savgol:7,2,1 --rate=48000 -m valid -M $method $DATA/means-integers.txt
done
