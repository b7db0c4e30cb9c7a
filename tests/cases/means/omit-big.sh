for method in direct fft exact auto; do
    conv -g box:9 --nan=omit -b renorm -M $method $DATA/means-big.txt
done
