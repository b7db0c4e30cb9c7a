for M in direct fft exact auto; do
    conv --dims=2 -M $M -t npy $DATA/axes/matrix-weights.npy $DATA/axes/matrix-integers.npy |
        cmp - $DATA/axes/matrix-result.npy || echo differs
    cat $DATA/axes/matrix-integers.npy $DATA/axes/matrix-integers.npy |
        conv --dims=2 -j 1 -M $M $DATA/axes/matrix-weights.npy > y
    cat $DATA/axes/matrix-result.npy $DATA/axes/matrix-result.npy | cmp - y || echo differs
done
echo 1
