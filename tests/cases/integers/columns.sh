# a column of integers beside one of fractions, as if it were alone
awk 'BEGIN { for (i = 0; i < 5000; i++) print i * 7919 % 2000003 - 1000000 ".25", i * 7919 % 2000003 - 1000000 }' > x
awk 'BEGIN { for (i = 0; i < 700; i++) print i * 104729 % 2000003 - 1000000 }' > k
cut -d ' ' -f 2 x | conv -M exact k > alone
for method in direct fft; do conv -M $method k x | cut -d ' ' -f 2 | cmp - alone && echo same; done
