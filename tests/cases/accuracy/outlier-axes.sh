awk 'BEGIN { for (a = 0; a < 7; a++) for (b = 0; b < 7; b++) printf "%s%s", ((3 * a + 5 * b) % 7 + 1) / 4, b < 6 ? " " : "\n" }' > h
awk 'BEGIN { for (i = 0; i < 64; i++) for (j = 0; j < 60; j++) printf "%s%s", (i < 24 && j < 20 ? 1e30 : ((7 * i + 3 * j) % 11 + 1) / 16), j < 59 ? " " : "\n" }' |
conv --dims=2 -M fft -m same -b zero -k h | awk 'NR <= 30 { for (j = 24; j < 60; j++) printf "%s ", $j; print $60 }'
