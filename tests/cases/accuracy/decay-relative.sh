awk 'BEGIN { for (i = 0; i < 1200; i++) printf "%.17g\n", 10 ^ (-i / 20) }' |
conv -M fft -g gauss:10 -m same | awk '{ printf "%.9g\n", $1 * 10 ^ (NR / 20) }'
