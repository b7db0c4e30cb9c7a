# what is collinear has just 1 or -1: two points always, of either sign, and at any level
printf '%s\n' 0.1 0.7 0.3 0.2 1.9 | conv -c --overlap=2 --normalize=xcorr -e 0.3,1.7 -m valid | tr '\n' ' '
for scale in '' e300 e-300; do
    printf "%s$scale\n" 3.3 0.7 0.3 0.2 1.9 |
        conv -c --overlap=2 --normalize=xcorr -e "0.9$scale,0.3$scale" -m valid | tr '\n' ' '
done
# and lines of tenths and of thirds, by every method, whose sums are not exact
seq 40 | awk '{ printf "%.17g\n", $1 / 10 }' > x
seq 12 | awk '{ printf "%.17g\n", 7 - $1 / 3 }' > h
for method in direct fft exact; do
    conv -c -M $method --normalize=xcorr -k h x | sort -u | tr '\n' ' '
done
