awk 'BEGIN { for (i = 0; i < 9000; i++) print (i > 3000 && i < 4000 || i > 8000) ? 0 : 1 / (1 + i % 97) }' |
conv -M fft -g gauss:30 -m same | awk '$1 == 0 { print NR }' | sed -n '1p;$p;$='
