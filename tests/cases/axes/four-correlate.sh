for M in direct fft exact auto; do
    conv --dims=4 -t text -M $M -c -m same --origin=left -b wrap $DATA/axes/four-taps.npy $DATA/axes/four.npy
done
