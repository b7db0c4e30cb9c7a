for method in direct fft exact auto; do
    conv -g box:100 -m valid -M $method $DATA/means-integers.txt
done
