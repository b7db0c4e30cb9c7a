for M in direct fft exact auto; do
    conv --dims=2 -M $M -t npy $DATA/axes/wide-weights.npy $DATA/axes/wide-integers.npy |
        cmp - $DATA/axes/wide-result.npy || echo differs
    cat $DATA/axes/wide-integers.npy $DATA/axes/wide-integers.npy |
        conv --dims=2 -j 1 -M $M $DATA/axes/wide-weights.npy > y
    cat $DATA/axes/wide-result.npy $DATA/axes/wide-result.npy | cmp - y || echo differs
done
echo 1
