cp $DATA/room-31.txt .
for m in direct fft exact; do
    conv -M $m -m same --align=peak room-31.txt $DATA/noise-300x2.txt || exit
    conv -M $m -j1 -q -m same --align=peak room-31.txt < $DATA/noise-300x2.txt || exit
done
