# outputs are those before the end of the signal: ceil(N * new / old)
for rates in "44100 48000" "48000 44100" "8000 384000" "384000 8000" "3 2" "1 1.5" "0.1 0.2"; do
    set -- $rates
    for n in 1 2 3 160 161 1000; do
        seq $n | conv -e 1 --rate=$1 --output-rate=$2 | tr " " "\n" | wc -l |
            awk -v n=$n -v old=$1 -v new=$2 "{
                x = n * new / old; c = int(x); if (c < x - 1e-9) c++
                if (\$1 != c) print n, old, new, \$1, c }"
    done
done
