cp $DATA/room-31.txt .
for m in direct fft exact; do
    conv -M $m --tail=none room-31.txt $DATA/noise-300x2.txt || exit
    conv -M $m -j1 -q --tail=none room-31.txt < $DATA/noise-300x2.txt || exit
done
