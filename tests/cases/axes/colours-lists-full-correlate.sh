for o in '-b edge,wrap --origin=1,2' \
    '-b constant:3,odd --origin=0,right'; do
    for M in direct fft exact; do
        conv --dims=2 -m full -M $M -c $o -t text $DATA/axes/colours-taps.npy $DATA/axes/colours.npy
    done
done
