# taps of 2^1022, samples of 2^-990: each spectrum alone would overflow
awk 'BEGIN { for (j = 0; j < 229; j++) printf "%.17g\n", j * 7919 % 101 / 128 * 2 ^ 1022 }' > h
awk 'BEGIN { for (i = 0; i < 905; i++) printf "%.17g\n", i * 104729 % 97 / 128 * 2 ^ -990 }' |
    conv -k h -m valid -M fft | awk 'NR % 40 == 1'
