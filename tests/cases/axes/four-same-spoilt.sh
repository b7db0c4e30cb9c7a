for M in direct fft exact auto; do
    conv --dims=4 -t text -M $M -m same -b edge $DATA/axes/four-taps.npy $DATA/axes/four-spoilt.npy
done
