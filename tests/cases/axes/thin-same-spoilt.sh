for M in direct fft exact auto; do
    conv --dims=3 -t text -M $M -m same -b edge $DATA/axes/thin-taps.npy $DATA/axes/thin-spoilt.npy
done
