# peak memory stays under 32 MiB plus 128 bytes a tap and thread, with many threads too
mkfifo p q
for taps in 2 16384 30000; do
    awk -v n=$taps 'BEGIN { for (i = 0; i < n; i++) print i % 7 - 3 }' > k
    for threads in 2 16; do
        head -c 60000000 /dev/zero > p &
        conv -j $threads --signal-type=raw --encoding=f64 k p > q & conv=$!
        exec 3< q
        head -c 50000000 <&3 > /dev/null
        awk '/VmHWM/ { print $2 }' /proc/$conv/status > peak
        cat <&3 > /dev/null
        exec 3<&-
        wait
        awk -v n=$taps -v t=$threads '{ limit = 32768 + 128 * n * t / 1024; print ($1 > 1000 && $1 < limit) ? "bounded" : $1 " of " limit }' peak
    done
done
