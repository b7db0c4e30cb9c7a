# the same outputs are touched with every method, boundary and block
for b in zero edge symmetric mirror wrap odd renorm constant:nan; do
    for k in 3 31 150; do
        tr -d - < $DATA/taps-$k.txt > k
        conv -M direct -b $b k $DATA/spoilt-1000.txt | sed 's/^[-0-9].*/x/' > direct
        for m in fft exact; do
            conv -M $m -b $b k $DATA/spoilt-1000.txt | sed 's/^[-0-9].*/x/' | cmp - direct || echo $b $k $m
        done
        grep -cE 'nan|inf' direct
    done
done > counts
awk '{ n += $1 > 5 } END { print NR, n }' counts
