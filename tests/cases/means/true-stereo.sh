for method in direct fft exact auto; do
    conv --normalize=sum -k $DATA/means-four.txt -m valid -M $method $DATA/means-stereo.txt
done
