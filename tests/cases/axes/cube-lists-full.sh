for o in '-b wrap,zero,edge --origin=0,2,1' \
    '-b odd,constant:3,zero --origin=right,left,0'; do
    for M in direct fft exact; do
        conv --dims=3 -m full -M $M $o -t text $DATA/axes/cube-taps.npy $DATA/axes/cube.npy
    done
done
