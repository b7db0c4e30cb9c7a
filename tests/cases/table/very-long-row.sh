awk 'BEGIN { for (i = 0; i < 1500000; i++) printf "%d,", 1000 + i % 7; print "5" }' | conv -e 1 | tr ',' '\n' | awk '{ s += $1; n++ } END { printf "%d %d\n", n, s }'
