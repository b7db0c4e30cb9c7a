seq 0 199999 | awk '{ print $1 * 7919 % 1000 }' > x
h=$(seq -s, 41)
for range in -3:3 199970:199973; do
    conv -c --normalize=coeff --lags=$range -e "$h" x > file
    conv -j 1 -c --normalize=coeff --lags=$range -e "$h" < x | cmp - file
    cat x | conv -c --normalize=coeff --lags=$range -e "$h" | cmp - file
    cut -d' ' -f2 file
done
