# samples near the largest double overflow no transform
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "%.17g\n", (i % 7 - 3) / 12000 }' > k
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%.17g\n", (i * 7919 % 13 - 6) / 6 * 1.7 }' > x
awk '{ printf "%.17g\n", $1 * 1e308 }' x > huge
conv -M fft k x > a
conv -M fft k huge > b
paste a b | awk '{ d = $2 / 1e308 - $1; if (!(d * d < 1e-24)) bad++ } END { print NR, bad + 0 }'
