for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap odd; do
        conv --dims=4 -t text -M $M -m full -b $b $DATA/axes/four-taps.npy $DATA/axes/four.npy
    done
done
