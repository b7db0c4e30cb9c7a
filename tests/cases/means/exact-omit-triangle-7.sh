for method in exact; do
    conv -g triangle:7 --nan=omit -b renorm -M $method $DATA/means-wild-gaps.txt
done
