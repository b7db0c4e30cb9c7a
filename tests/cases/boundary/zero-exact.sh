for n in 1 2 7 20; do
    head -$n $DATA/noise-20.txt > x
    for m in 2 3 8 31 150; do
        for mode in full same valid; do
            conv -q -M exact -m $mode -b zero $DATA/taps-$m.txt x || exit
        done
    done
done
