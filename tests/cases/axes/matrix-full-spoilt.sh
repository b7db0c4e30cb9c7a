for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -m full -b edge $DATA/axes/matrix-taps.npy $DATA/axes/matrix-spoilt.npy
done
