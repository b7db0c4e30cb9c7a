for M in direct fft exact auto; do
    conv --dims=2 -M $M -t npy $DATA/axes/colours-weights.npy $DATA/axes/colours-integers.npy |
        cmp - $DATA/axes/colours-result.npy || echo differs
    cat $DATA/axes/colours-integers.npy $DATA/axes/colours-integers.npy |
        conv --dims=2 -j 1 -M $M $DATA/axes/colours-weights.npy > y
    cat $DATA/axes/colours-result.npy $DATA/axes/colours-result.npy | cmp - y || echo differs
done
echo 1
