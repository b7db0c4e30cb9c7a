for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -c -m same --origin=left -b wrap $DATA/axes/small-taps.npy $DATA/axes/small.npy
done
