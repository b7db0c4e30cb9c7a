for n in 2 19 20; do for m in 1 2 3 8 31; do for mode in full same valid; do
    head -$n $DATA/noise-20.txt | conv -q -M exact -c --normalize=unbiased -m $mode $DATA/taps-$m.txt
done; done; done
