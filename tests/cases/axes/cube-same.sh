for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap odd; do
        conv --dims=3 -t text -M $M -m same -b $b $DATA/axes/cube-taps.npy $DATA/axes/cube.npy
    done
done
