for n in 1 3 7; do for least in $(seq $n); do for m in direct fft exact; do
    conv -M $m -g box:$n -m same --origin=0 -b renorm --nan=omit:$least/$n $DATA/holes-20.txt || exit
done; done; done
