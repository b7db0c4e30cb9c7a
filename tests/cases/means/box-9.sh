for method in direct fft exact auto; do
    conv -g box:9 -m valid -M $method $DATA/means-integers.txt
done
