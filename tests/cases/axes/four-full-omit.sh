for M in direct fft exact auto; do
    for b in zero edge renorm; do
        conv --dims=4 -t text -M $M -m full -b $b --nan=omit $DATA/axes/four-weights.npy $DATA/axes/four-holed.npy
    done
done
