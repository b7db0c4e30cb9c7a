seq 0 199999 | awk '{ print $1 * 7919 % 1000 }' > x
h=$(seq -s, 41)
for lag in -40 -1 5 100000 199960 199980 199999; do
    conv -c -b zero --lags=$lag:$lag -e "$h" x > file
    conv -j 1 -c -b zero --lags=$lag:$lag -e "$h" < x | cmp - file
    cat x | conv -c -b zero --lags=$lag:$lag -e "$h" | cmp - file
    cat file
done
