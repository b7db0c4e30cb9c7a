for M in direct fft exact auto; do
    conv --dims=2 -M $M -t npy $DATA/axes/small-weights.npy $DATA/axes/small-integers.npy |
        cmp - $DATA/axes/small-result.npy || echo differs
    cat $DATA/axes/small-integers.npy $DATA/axes/small-integers.npy |
        conv --dims=2 -j 1 -M $M $DATA/axes/small-weights.npy > y
    cat $DATA/axes/small-result.npy $DATA/axes/small-result.npy | cmp - y || echo differs
done
echo 1
