# a line is its own polynomial, at the ends to the last bit; its higher derivatives are 0
for n in 4 5 101 1001; do
    for s in 1,0 4,0 1,1 10,1 2,2 5,3 16,16; do
        [ "$n" -gt 5 ] || [ "${s%,*}" -lt 4 ] || continue
        seq 4000 | awk '{ print 7 - 3 * $1 }' | conv -g savgol:$n,$s -m same -b fit |
            awk -v n=$n -v d=${s#*,} 'NR <= int(n / 2) || NR > 4000 - int((n - 1) / 2) {
                want = d == 0 ? 7 - 3 * NR : d == 1 ? -3 : 0
                bad += $1 != want ""
                seen++
            }
            END { print n, seen, bad + 0 }'
    done
done
