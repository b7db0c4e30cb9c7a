awk 'BEGIN { for (i = 0; i < 3000; i++) print (i % 1000 < 10 ? sin(i) : 0), 0 }' |
conv -M fft -g gauss:30 -m same | awk '$1 == 0 { n++ } $2 == 0 { m++ } END { print n, m }'
