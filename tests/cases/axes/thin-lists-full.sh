for o in '-b edge,wrap,odd --origin=1,0,0' \
    '-b mirror,constant:3,zero --origin=left,right,right'; do
    for M in direct fft exact; do
        conv --dims=3 -m full -M $M $o -t text $DATA/axes/thin-taps.npy $DATA/axes/thin.npy
    done
done
