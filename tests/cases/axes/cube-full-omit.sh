for M in direct fft exact auto; do
    for b in zero edge renorm; do
        conv --dims=3 -t text -M $M -m full -b $b --nan=omit $DATA/axes/cube-weights.npy $DATA/axes/cube-holed.npy
    done
done
