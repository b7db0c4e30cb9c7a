conv -e 1 -t wav --rate=100 --encoding=f64 -o k.wav <<X
0.5
-2
X
printf 'v\n1\n2\n' | conv k.wav
