{ echo 1; head -c 100000 /dev/zero | tr '\0' x; } | conv -e 1 2>&1 | wc -c
