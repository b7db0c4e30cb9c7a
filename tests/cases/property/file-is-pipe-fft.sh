awk 'BEGIN { for (i = 0; i < 200000; i++) print (i * 7919) % 10007 / 100 }' > x
conv -M fft $DATA/taps-150.txt x > a; cat x | conv -M fft $DATA/taps-150.txt > b; cat x | conv -M fft -k $DATA/taps-150.txt - | cmp - b; cmp a b && wc -l < a
