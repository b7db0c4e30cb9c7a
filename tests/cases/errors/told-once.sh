(seq 2; head -c 4200000 /dev/zero | tr '\0' 1) | conv -e 1 2>&1 > /dev/null
awk 'BEGIN { for (i = 0; i < 1048577; i++) printf "1 2 "; print "\n3" }' | conv -e 1 2>&1 > /dev/null
