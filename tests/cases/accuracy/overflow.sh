awk 'BEGIN { for (j = 0; j < 50000; j++) print 0.5 + j / 1e5 }' > h
yes 1e308 | head -200000 | timeout 60 conv -k h -m same | uniq -c | awk '{ print $1, $2 }'
