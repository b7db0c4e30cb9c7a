for o in '-b wrap,edge --origin=right,left' \
    '-b zero,constant:3 --origin=2,0' \
    '-b constant:3,zero --origin=0,1' \
    '-b odd,mirror --origin=left,right' \
    '-b symmetric,wrap --origin=1,1'; do
    for M in direct fft exact; do
        conv --dims=2 -m full -M $M $o -t text $DATA/axes/matrix-taps.npy $DATA/axes/matrix.npy
    done
done
