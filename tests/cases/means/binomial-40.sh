for method in direct fft exact auto; do
    conv -g binomial:40 -m valid -M $method $DATA/means-integers.txt
done
