for M in direct fft exact auto; do
    conv --dims=3 -t text -M $M -m full -b edge $DATA/axes/cube-taps.npy $DATA/axes/cube-spoilt.npy
done
