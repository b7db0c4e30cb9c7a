cp $DATA/room-31x2.txt .
for m in direct fft exact; do
    conv -M $m --align=peak room-31x2.txt $DATA/noise-300x2.txt || exit
    conv -M $m -j1 -q --align=peak room-31x2.txt < $DATA/noise-300x2.txt || exit
done
