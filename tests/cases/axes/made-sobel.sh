for M in direct fft exact; do
    conv --dims=2 -m same -b symmetric -M $M -t text -g triangle:3 -g deriv:1 $DATA/axes/matrix-integers.npy
done
