# a delayed impulse delays: the shift survives block borders, exactly with direct
for taps in 2 100 5000; do
    awk -v n=$taps 'BEGIN { for (i = 1; i < n; i++) print 0; print 1 }' > k
    conv -M direct k $DATA/noise-1000.txt | tail -n +$taps | cmp - $DATA/noise-1000.txt && echo shifted
    conv -M fft k $DATA/noise-1000.txt | tail -n +$taps | paste - $DATA/noise-1000.txt |
        awk '{ d = $1 - $2; if (d < 0) d = -d; if (d > worst) worst = d } END { print NR, worst < 2e-15 }'
done
