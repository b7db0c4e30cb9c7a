for m in direct fft exact; do
    conv -q -M $m -b edge --align=peak --tail=4 $DATA/room-31.txt $DATA/noise-300x2.txt || exit
done
