# samples near the largest double overflow no transform; every 97th output against its sum in awk
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "%.17g\n", (i % 7 - 3) / 12000 }' > k
awk 'BEGIN { for (i = 0; i < 20000; i++) printf "%.17g\n", (i * 7919 % 13 - 6) / 6 * 1.7 }' > x
awk '{ printf "%.17g\n", $1 * 1e308 }' x > huge
conv -M fft k huge > y
awk 'FILENAME == "k" { h[taps++] = $1; next }
    FILENAME == "x" { x[frames++] = $1; next }
    { n = rows++ }
    n % 97 == 0 {
        sum = 0
        for (j = n < frames ? 0 : n - frames + 1; j < taps && j <= n; j++)
            sum += h[j] * x[n - j]
        d = $1 / 1e308 - sum
        bad += !(d * d < 1e-26)
        seen += sum * sum > 1e-6
    }
    END { print rows, bad + 0, (seen > 30 ? "and not of zeros" : seen) }' k x y
