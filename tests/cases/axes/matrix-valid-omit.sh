for M in direct fft exact auto; do
    for b in zero edge renorm; do
        conv --dims=2 -t text -M $M -m valid -b $b --nan=omit $DATA/axes/matrix-weights.npy $DATA/axes/matrix-holed.npy
    done
done
