(echo a; head -c 4194305 /dev/zero | tr '\0' 1) > f; conv -e 1 f
