for method in direct fft exact auto; do
    conv -e 8953703608462,7530079099786,1101602346224,9360287245396 --normalize=peak --nan=omit -b renorm -M $method $DATA/means-wide.txt
done
