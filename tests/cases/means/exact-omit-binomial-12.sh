for method in exact; do
    conv -g binomial:12 --nan=omit -b renorm -M $method $DATA/means-wild-gaps.txt
done
