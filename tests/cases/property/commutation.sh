# signal and kernel may be exchanged, in full
conv -M direct $DATA/taps-31.txt $DATA/noise-1000.txt > a
conv -M direct $DATA/noise-1000.txt $DATA/taps-31.txt > b
conv -M fft $DATA/noise-1000.txt $DATA/taps-31.txt > c
paste a b c | awk '{ for (i = 2; i <= 3; i++) { d = $1 - $i; if (d < 0) d = -d; if (d > worst) worst = d } } END { print NR, worst < 1e-13 }'
