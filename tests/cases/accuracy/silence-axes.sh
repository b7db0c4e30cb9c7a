awk 'BEGIN { for (a = 0; a < 7; a++) for (b = 0; b < 7; b++) printf "%s%s", ((3 * a + 5 * b) % 7 + 1) / 4, b < 6 ? " " : "\n" }' > h
awk 'BEGIN { for (i = 0; i < 64; i++) for (j = 0; j < 60; j++) printf "%s%s", (j >= 20 ? 0 : ((7 * i + 3 * j) % 11 + 1) / 16), j < 59 ? " " : "\n" }' |
conv --dims=2 -M fft -m same -b zero -k h | awk '{ for (j = 1; j <= 60; j++) n += $j == 0 } END { print n }'
