for method in direct fft exact auto; do
    conv --normalize=sum -k $DATA/means-related.txt -m valid -M $method $DATA/means-integers.txt
done
