for m in direct fft exact; do
    conv -q -M $m -b wrap --align=peak --tail=4 $DATA/room-31.txt $DATA/noise-300x2.txt || exit
done
