for M in direct fft exact auto; do
    for n in coeff biased unbiased; do
        for m in full same valid; do
            conv -q -c --dims=2 -t text -M $M -m $m --normalize=$n $DATA/correlation2/thin-taps.npy $DATA/correlation2/thin.npy
        done
    done
done
