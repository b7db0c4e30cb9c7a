for method in direct fft exact auto; do
    conv -g triangle:8 -m valid -M $method $DATA/means-integers.txt
done
