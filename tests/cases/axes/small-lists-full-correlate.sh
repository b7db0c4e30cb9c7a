for o in '-b odd,odd --origin=4,3' \
    '-b wrap,mirror --origin=0,0' \
    '-b mirror,symmetric --origin=left,right'; do
    for M in direct fft exact; do
        conv --dims=2 -m full -M $M -c $o -t text $DATA/axes/small-taps.npy $DATA/axes/small.npy
    done
done
