# conv(x + y) = conv(x) + conv(y) within rounding
head -500 $DATA/noise-1000.txt > x
tail -500 $DATA/noise-1000.txt > y
paste x y | awk '{ printf "%.17g\n", $1 + $2 }' > z
for method in direct fft; do
    for f in x y z; do conv -M $method $DATA/taps-31.txt $f > $f.out; done
    paste x.out y.out z.out | awk '{ d = $1 + $2 - $3; if (d < 0) d = -d; if (d > worst) worst = d } END { print NR, worst < 2e-14 }'
done
