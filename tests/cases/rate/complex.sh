# real and imaginary parts apart from each other
awk "BEGIN { for (i = 0; i < 999; i++) print sin(i * i / 9e3), cos(i * i / 9e3) }" > x
conv -e 1 --rate=3 --output-rate=4 x > a
conv -e 1 --rate=3 --output-rate=4 -t wav --encoding=f64 x -o a.wav
conv -e 1 --rate=3 -t wav --encoding=f64 x -o x.wav
conv -e 1 --complex --output-rate=4 x.wav | tail -c 21312 > b
tail -c 21312 a.wav | cmp - b; wc -l < a
