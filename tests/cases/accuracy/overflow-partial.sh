# partial sums that overflow: the sum is 1.79e308, and what an infinity enters is infinite
for method in direct fft exact; do
    yes 1.79e308 | head -20 | conv -e 8,-8,1 -m valid -M $method | uniq -c
    { yes 1e308 | head -9; echo -inf; yes 1e308 | head -9; } | conv -e 8,-8,1 -m valid -M $method | uniq -c
done
