# zeros before a gap, which small taps reach over: an output that sees zeros alone is 0, none is below
for method in direct fft; do
    awk 'BEGIN { for (i = 0; i < 40000; i++)
        print(i % 20000 < 9500 || i % 20000 >= 16000 ? 1 + i % 7 : i % 20000 < 13000 ? 0 : "nan") }' |
        conv -M $method -g exp:100 -m same --nan=omit -b renorm |
        awk '(NR - 1) % 20000 >= 13200 && (NR - 1) % 20000 < 16000 && $1 == 0 { zeros++ }
            $1 < 0 { negative++ } END { print NR, zeros, negative + 0 }'
done
