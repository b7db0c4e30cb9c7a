cp $DATA/room-31.txt .
for m in direct fft exact; do
    conv -M $m --origin=11 --tail=0 room-31.txt $DATA/noise-300x2.txt || exit
    conv -M $m -j1 -q --origin=11 --tail=0 room-31.txt < $DATA/noise-300x2.txt || exit
done
