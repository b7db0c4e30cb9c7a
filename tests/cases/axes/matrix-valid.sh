for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap odd; do
        conv --dims=2 -t text -M $M -m valid -b $b $DATA/axes/matrix-taps.npy $DATA/axes/matrix.npy
    done
done
