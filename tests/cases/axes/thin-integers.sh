for M in direct fft exact auto; do
    conv --dims=3 -M $M -t npy $DATA/axes/thin-weights.npy $DATA/axes/thin-integers.npy |
        cmp - $DATA/axes/thin-result.npy || echo differs
    cat $DATA/axes/thin-integers.npy $DATA/axes/thin-integers.npy |
        conv --dims=3 -j 1 -M $M $DATA/axes/thin-weights.npy > y
    cat $DATA/axes/thin-result.npy $DATA/axes/thin-result.npy | cmp - y || echo differs
done
echo 1
