for M in direct fft exact auto; do
    for b in zero edge renorm; do
        conv --dims=2 -t text -M $M -m full -b $b --nan=omit $DATA/axes/colours-weights.npy $DATA/axes/colours-holed.npy
    done
done
