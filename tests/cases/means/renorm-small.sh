# subnormal sums are not divided before they are rescaled
for method in direct fft exact; do
    yes 1e-320 | head -3000 | conv -g box:1000 -m same -b renorm -M $method | uniq -c
done
