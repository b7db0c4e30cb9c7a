for M in direct fft exact auto; do
    for n in coeff biased unbiased; do
        for m in full same; do
            conv -q -c --dims=2 -t text -M $M -m $m --normalize=$n $DATA/correlation2/across-taps.npy $DATA/correlation2/across.npy
        done
    done
done
