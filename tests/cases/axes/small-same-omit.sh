for M in direct fft exact auto; do
    for b in zero edge renorm; do
        conv --dims=2 -t text -M $M -m same -b $b --nan=omit $DATA/axes/small-weights.npy $DATA/axes/small-holed.npy
    done
done
