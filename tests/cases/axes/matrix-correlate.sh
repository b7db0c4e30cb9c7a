for M in direct fft exact auto; do
    conv --dims=2 -t text -M $M -c -m same --origin=left -b wrap $DATA/axes/matrix-taps.npy $DATA/axes/matrix.npy
done
