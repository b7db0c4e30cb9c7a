for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap odd; do
        conv --dims=2 -t text -M $M -m same -b $b $DATA/axes/small-taps.npy $DATA/axes/small.npy
    done
done
