# as edge-constant, with signs that alternate, and so do those of the outputs
n=131072
check() { # SAMPLE FRAMES
    yes "$1
-$1" | head -$n > k
    yes "$1
-$1" | head -"$2" | conv -M fft k | awk 'NR % 2 == 0 { $0 = /^-/ ? substr($0, 2) : "-" $0 } { print }' | uniq -c |
        awk -v n=$n -v N="$2" -v a="$1" '
        { k++; c = k <= n ? k : 2 * n - k; rows += $1; if ($1 != (k == n ? N - n + 1 : 1) || $2 != a * a * c) bad++ }
        END { print rows, bad + 0 }'
}
check 9874 400000
check 9875 400000
check 131071 10000000
