for method in exact; do
    conv -g box:6 -m valid -M $method $DATA/means-wild.txt
done
