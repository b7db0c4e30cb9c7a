for method in direct fft exact auto; do
    conv -g binomial:12 --nan=omit -b renorm -M $method $DATA/means-gaps.txt
done
