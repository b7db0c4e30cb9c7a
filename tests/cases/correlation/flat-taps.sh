# a kernel that does not vary has no coefficients, over whatever overlaps; nor has such a column
for method in direct fft exact; do
    for taps in 0.1,0.1,0.1 0,0,0 7; do
        echo 1 2 nan 5 | conv -c -M $method --normalize=xcorr -e $taps || echo $?
        echo 1 2 nan 5 | conv -c -M $method --nan=omit --normalize=xcorr -e $taps || echo $?
    done
done | sort | uniq -c | awk '{ print $1, NF - 1, $2 }'
printf '1 0\n1 3\n1 2\n' > columns
seq 3 | conv -c --overlap=2 --normalize=xcorr -k columns --format=%.12f
# and costs no more where samples are missing
seq 300000 | awk '{ print NR % 7 ? $1 % 1013 : "nan" }' > x
seq 20000 | awk '{ print 3 }' > h
timeout 20 conv -c --nan=omit --normalize=xcorr -k h x | sort | uniq -c | awk '{ print $1, $2 }'
