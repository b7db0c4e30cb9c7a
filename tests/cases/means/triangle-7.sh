for method in direct fft exact auto; do
    conv -g triangle:7 -m valid -M $method $DATA/means-integers.txt
done
