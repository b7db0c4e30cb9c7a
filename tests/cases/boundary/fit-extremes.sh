# lines near the largest double and of subnormal numbers are no less exact
for scale in 1019 -1074; do
    awk -v e=$scale 'BEGIN { for (i = -9; i < 10; i++) printf "%.17g\n", i * 2 ^ e }' | conv -e 1 > x
    conv -g savgol:9,3 -m same -b fit x | paste x - | awk '(NR < 5 || NR > 15) && $1 "" == $2 ""' | wc -l
done
