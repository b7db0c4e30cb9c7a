for method in exact; do
    conv -g box:9 --nan=omit -b renorm -M $method $DATA/means-wild-gaps.txt
done
