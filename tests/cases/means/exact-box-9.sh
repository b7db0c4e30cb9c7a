for method in exact; do
    conv -g box:9 -m valid -M $method $DATA/means-wild.txt
done
