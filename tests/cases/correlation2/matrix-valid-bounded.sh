for M in direct fft exact auto; do
    for b in zero constant:3 edge symmetric mirror wrap; do
        conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m valid -b $b $DATA/correlation2/matrix-taps.npy $DATA/correlation2/matrix.npy
    done
    conv -q -c --normalize=xcorr -t text --dims=2 -M $M -m valid -b edge $DATA/correlation2/matrix-taps.npy $DATA/correlation2/matrix-holed.npy
done
