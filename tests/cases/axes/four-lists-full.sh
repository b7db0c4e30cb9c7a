for o in '-b zero,edge,wrap,mirror --origin=1,0,2,0' \
    '-b wrap,odd,symmetric,constant:3 --origin=0,1,right,0'; do
    for M in direct fft exact; do
        conv --dims=4 -m full -M $M $o -t text $DATA/axes/four-taps.npy $DATA/axes/four.npy
    done
done
