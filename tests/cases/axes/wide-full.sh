for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap odd; do
        conv --dims=2 -t text -M $M -m full -b $b $DATA/axes/wide-taps.npy $DATA/axes/wide.npy
    done
done
