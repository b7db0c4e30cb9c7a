for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -m valid -b edge $DATA/axes/wide-taps.npy $DATA/axes/wide-spoilt.npy
done
