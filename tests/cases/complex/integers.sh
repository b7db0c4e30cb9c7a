for M in direct fft exact auto; do for j in 1 2; do
    conv -M $M -j $j $DATA/complex/integers-taps.npy $DATA/complex/integers.npy |
        cmp - $DATA/complex/integers-result.npy && echo 1
done; done
