for method in exact; do
    conv -g box:4 --nan=omit -b renorm -M $method $DATA/means-wild-gaps.txt
done
