# taps that are integers once they are divided leave integers int64; 3,-6 become 0.5,-1
for taps in '2,2 --normalize=peak' '6,-6 --normalize=peak' '7 --normalize=sum' \
    '0,3 --normalize=l1' '3,-6 --normalize=peak'; do
    conv -q -e $taps $DATA/npy/int8-one-1.npy | head -c 24 | tail -c 14
    echo
done
