for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap; do
        conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full -b $b $DATA/correlation2/four-taps.npy $DATA/correlation2/four.npy
    done
    conv -q -c --normalize=xcorr -t text --dims=4 -M $M -m full -b edge $DATA/correlation2/four-taps.npy $DATA/correlation2/four-holed.npy
done
