cp $DATA/room-31.txt .
for m in direct fft exact; do
    conv -M $m -c --align=peak room-31.txt $DATA/noise-300x2.txt || exit
    conv -M $m -j1 -q -c --align=peak room-31.txt < $DATA/noise-300x2.txt || exit
done
