for method in exact; do
    conv -g binomial:12 -m valid -M $method $DATA/means-wild.txt
done
