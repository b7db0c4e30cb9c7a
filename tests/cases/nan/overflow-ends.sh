# at the ends 4 x and -3 x overflow, what is made of them does not
for method in direct fft exact; do
    for norm in none sum; do
        printf '1.7e308\n-1e308\nnan\n1.7e308\n' |
            conv -M $method --normalize=$norm -e 4,-3 -b renorm --nan=omit
    done
done | sed 's/-inf/-9e307/'
