for M in direct fft exact auto; do
    conv --dims=3 -M $M -t npy $DATA/axes/cube-weights.npy $DATA/axes/cube-integers.npy |
        cmp - $DATA/axes/cube-result.npy || echo differs
    cat $DATA/axes/cube-integers.npy $DATA/axes/cube-integers.npy |
        conv --dims=3 -j 1 -M $M $DATA/axes/cube-weights.npy > y
    cat $DATA/axes/cube-result.npy $DATA/axes/cube-result.npy | cmp - y || echo differs
done
echo 1
