for method in direct fft exact auto; do
    conv --normalize=peak -k $DATA/means-peak.txt --nan=omit -b renorm -M $method $DATA/means-gaps.txt
done
