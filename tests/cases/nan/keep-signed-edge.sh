for p in 0 11/13; do for mode in full same valid; do for m in direct fft exact; do
    conv -M $m -m $mode --nan=keep:$p -b edge -e -1,2,5,3,-2 $DATA/holes-20.txt || exit
done; done; done
