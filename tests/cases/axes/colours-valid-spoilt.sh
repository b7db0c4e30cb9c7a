for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -m valid -b edge $DATA/axes/colours-taps.npy $DATA/axes/colours-spoilt.npy
done
