for M in direct fft exact auto; do
    conv --dims=4 -M $M -t npy $DATA/axes/four-weights.npy $DATA/axes/four-integers.npy |
        cmp - $DATA/axes/four-result.npy || echo differs
    cat $DATA/axes/four-integers.npy $DATA/axes/four-integers.npy |
        conv --dims=4 -j 1 -M $M $DATA/axes/four-weights.npy > y
    cat $DATA/axes/four-result.npy $DATA/axes/four-result.npy | cmp - y || echo differs
done
echo 1
