for M in direct fft exact auto; do
    conv --dims=3 -t text -M $M -m same --origin=right -b mirror $DATA/axes/thin-taps.npy $DATA/axes/thin.npy
done
