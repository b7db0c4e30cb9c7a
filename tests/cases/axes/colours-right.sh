for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -m same --origin=right -b mirror $DATA/axes/colours-taps.npy $DATA/axes/colours.npy
done
