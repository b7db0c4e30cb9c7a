for method in direct fft exact auto; do
    conv -g deriv:1 -m valid -M $method $DATA/means-integers.txt
done
