for method in direct fft exact auto; do
    conv -g triangle:7 --nan=omit -b renorm -M $method $DATA/means-gaps.txt
done
