(printf ' '; head -c 6200000 /dev/zero | tr '\0' '\r') | conv -e 1
