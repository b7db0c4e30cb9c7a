for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap odd; do
        conv --dims=2 -t text -M $M -m valid -b $b $DATA/axes/colours-taps.npy $DATA/axes/colours.npy
    done
done
