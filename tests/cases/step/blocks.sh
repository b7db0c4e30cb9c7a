# the edges of blocks, of tasks and of batches: integers, others, and sums beyond 2^53, in two columns
awk 'BEGIN { for (i = 0; i < 550000; i++)
    print i % 97, (i > 300000 && i < 320000 ? 9007199254740993 + i : i * i % 89 / (i % 50000 == 7 ? 7 : 1)) }' > x
for m in direct fft exact; do
    conv -q -M $m -m same -e 1,-3,5,7,2 x > all
    for n in 2 37 16385 100000; do
        awk "NR % $n == 1" all > want
        conv -q -M $m -m same -e 1,-3,5,7,2 --step=$n x | cmp - want
        conv -q -M $m -m same -e 1,-3,5,7,2 --step=$n -j 1 < x | cmp - want
    done
done
