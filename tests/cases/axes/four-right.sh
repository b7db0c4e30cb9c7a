for M in direct fft exact auto; do
    conv --dims=4 -t text -M $M -m same --origin=right -b mirror $DATA/axes/four-taps.npy $DATA/axes/four.npy
done
