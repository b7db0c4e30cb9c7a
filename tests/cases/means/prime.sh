for method in exact; do
    conv --normalize=sum -k $DATA/means-prime.txt -m valid -M $method $DATA/means-integers.txt
done
