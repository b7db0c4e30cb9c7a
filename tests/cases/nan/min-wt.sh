for least in 0.3 0.5 0.7 1; do for m in direct fft exact; do
    conv -M $m -m same --normalize=sum --nan=omit:$least -b wrap -e 1,2,3,5,4 $DATA/holes-20.txt || exit
done; done
