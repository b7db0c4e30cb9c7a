# equal taps and samples: each output is their product times the samples met; at the largest product whose
# transforms are rounded as they are, above it, and at full scale; prints the outputs and how many are wrong
n=131072
check() { # SAMPLE FRAMES
    yes "$1" | head -$n > k
    yes "$1" | head -"$2" | conv -M fft k | uniq -c | awk -v n=$n -v N="$2" -v a="$1" '
        { k++; c = k <= n ? k : 2 * n - k; rows += $1; if ($1 != (k == n ? N - n + 1 : 1) || $2 != a * a * c) bad++ }
        END { print rows, bad + 0 }'
}
check 9874 400000
check 9875 400000
check 131071 10000000
