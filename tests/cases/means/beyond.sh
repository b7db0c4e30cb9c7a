for method in direct exact; do
    conv -g triangle:7 -m valid -M $method $DATA/means-large.txt
done
