awk 'BEGIN { for (j = 0; j < 100; j++) print 0.25 + (j % 2) / 8 }' > h
awk 'BEGIN { for (i = 0; i < 3000; i++) print i < 1500 ? (i % 300 < 200 ? 1e308 : -1e308) : 1 + i % 3 }' |
conv -M fft -k h -m same | sed '1,1550d'
