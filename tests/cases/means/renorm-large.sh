# sums of integers by the divisor that overflow, and their means that do not; presence stays 1 or 0
for method in direct fft exact; do
    yes 1.5e308 | head -20 | conv -g box:5 -m same -b renorm -M $method --format=%.14g | uniq -c
    { yes 1.5e308 | head -9; echo nan; yes 1.5e308 | head -9; } | conv -g triangle:5 -m same --nan=omit -b renorm -M $method --format=%.14g | uniq -c
done
