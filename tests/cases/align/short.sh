head -5 $DATA/noise-300x2.txt > short
for m in direct fft exact; do
    for tail in none 1 29 30 31; do
        conv -q -M $m --tail=$tail $DATA/room-31.txt short || exit
        conv -q -M $m --align=peak --tail=$tail $DATA/room-31.txt short || exit
    done
done
