cp $DATA/room-31.txt .
for m in direct fft exact; do
    conv -M $m --align=peak --tail=2 room-31.txt $DATA/noise-300x2.txt || exit
    conv -M $m -j1 -q --align=peak --tail=2 room-31.txt < $DATA/noise-300x2.txt || exit
done
