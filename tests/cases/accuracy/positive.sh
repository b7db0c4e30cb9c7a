awk 'BEGIN { for (i = 0; i < 20000; i++) print i % 500 ? 0 : 10 ^ (i % 9) }' |
conv -M fft -g exp:20 -m same | awk '/^-/ { n++ } END { print n + 0 }'
