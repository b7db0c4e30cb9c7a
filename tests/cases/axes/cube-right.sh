for M in direct fft exact auto; do
    conv --dims=3 -t text -M $M -m same --origin=right -b mirror $DATA/axes/cube-taps.npy $DATA/axes/cube.npy
done
