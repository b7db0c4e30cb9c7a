for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -m same --origin=right -b mirror $DATA/axes/matrix-taps.npy $DATA/axes/matrix.npy
done
