for p in 0 5/13 8/13 11/13 1; do for mode in full same valid; do for m in direct fft exact; do
    conv -M $m -m $mode --nan=omit:$p -b zero -e -1,2,5,3,-2 $DATA/holes-20.txt || exit
done; done; done
