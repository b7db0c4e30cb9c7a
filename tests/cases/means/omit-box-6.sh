for method in direct fft exact auto; do
    conv -g box:6 --nan=omit -b renorm -M $method $DATA/means-gaps.txt
done
