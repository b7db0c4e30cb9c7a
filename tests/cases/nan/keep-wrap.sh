for n in 3 5 31; do for m in direct fft exact; do
    conv -M $m -m same --normalize=sum --nan=keep -b wrap -e $(seq -s, $n) $DATA/holes-20.txt || exit
done; done
