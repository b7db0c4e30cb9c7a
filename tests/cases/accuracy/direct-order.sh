# one order of additions: in groups of outputs of any size and one by one, in blocks and channels
awk 'BEGIN { srand(1); for (i = 0; i < 5200; i++) print rand() - 0.4, rand() }' > x
cut -d' ' -f1 x > one
for taps in 1 63 64 65 128 129 1024 1025 1088 1089 2000 4999; do
    head -$taps one | awk '{ print $1 / 7 }' > h
    conv -M direct -m valid h x > all
    for frames in 1 2 3 4 7 8 15 31 100; do
        n=$((taps + frames - 1))
        head -$n x | conv -M direct -m valid h > some
        head -$frames all | cmp - some || echo "$taps taps, $frames frames"
    done
    tail -$((taps + 40)) x | conv -u -M direct -m valid h > some
    tail -41 all | cmp - some || echo "$taps taps, one by one"
    conv -M direct -m valid h one > some
    cut -d' ' -f1 all | cmp - some || echo "$taps taps, one channel"
done
