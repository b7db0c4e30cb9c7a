awk 'BEGIN { for (i = 0; i < 20000; i++) print i == 10000 ? "9.96921e36" : 20 + i % 7 }' |
conv -g gauss:30 -m same | awk '$1 < 19 || $1 > 27 { n++ } END { print n }'
