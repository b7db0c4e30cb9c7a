for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -m same --origin=right -b mirror $DATA/axes/small-taps.npy $DATA/axes/small.npy
done
