for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap; do
        conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full -b $b $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube.npy
    done
    conv -q -c --normalize=xcorr -t text --dims=3 -M $M -m full -b edge $DATA/correlation2/cube-taps.npy $DATA/correlation2/cube-holed.npy
done
