(echo a b; head -c 5000000 /dev/zero | tr '\0' a) | conv -e 1
