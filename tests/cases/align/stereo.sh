cp $DATA/room-31x2.txt .
head -60 $DATA/noise-300x2.txt > x
for m in direct fft exact; do
    conv -M $m --align=peak room-31x2.txt x || exit
    conv -M $m -j1 -q --align=peak room-31x2.txt < x || exit
done
