cp $DATA/room-31.txt .
head -60 $DATA/noise-300x2.txt > x
for m in direct fft exact; do
    conv -M $m --align=onset room-31.txt x || exit
    conv -M $m -j1 -q --align=onset room-31.txt < x || exit
done
