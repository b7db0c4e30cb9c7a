for method in exact; do
    conv -g triangle:7 -m valid -M $method $DATA/means-wild.txt
done
