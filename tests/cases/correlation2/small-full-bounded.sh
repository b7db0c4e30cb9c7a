for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap; do
        conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full -b $b $DATA/correlation2/small-taps.npy $DATA/correlation2/small.npy
    done
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m full -b edge $DATA/correlation2/small-taps.npy $DATA/correlation2/small-holed.npy
done
