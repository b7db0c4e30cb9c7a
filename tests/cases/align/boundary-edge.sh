head -60 $DATA/noise-300x2.txt > x
for m in direct fft exact; do
    conv -q -M $m -b edge --align=peak --tail=4 $DATA/room-31.txt x || exit
done
