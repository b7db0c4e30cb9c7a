for M in direct fft exact auto; do
    conv --dims=3 -t text -M $M -c -m same --origin=left -b wrap $DATA/axes/cube-taps.npy $DATA/axes/cube.npy
done
