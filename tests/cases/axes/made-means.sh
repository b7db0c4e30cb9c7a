for M in direct fft exact; do
    conv --dims=3 -m valid -M $M -t text -g box:3 -g box:2 -g box:5 $DATA/axes/cube-integers.npy
done
