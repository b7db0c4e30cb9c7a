# NaN, infinities, sums that overflow and large integers, of which --step may leave out all
awk 'BEGIN { for (i = 0; i < 3000; i++)
    print i % 97 == 3 ? "nan" : i % 89 == 5 ? "-inf" : i % 83 < 40 ? (i % 2 ? 1.5e308 : -1.6e308) : i * 1e14 }' > x
for m in direct exact fft; do
    for options in '-e 1,2,-1' '-g box:9' '--nan=omit -g box:30' '-m same -b renorm -e 2,1,5'; do
        conv -q -M $m $options x > all
        for n in 2 3 7 83 5000; do
            awk "NR % $n == 1" all > want
            conv -q -M $m $options --step=$n x | cmp - want || echo "$m $options $n"
        done
    done
done
