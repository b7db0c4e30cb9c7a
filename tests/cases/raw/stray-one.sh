printf '123' | conv --signal-type=raw --encoding=s16 -e 1 | wc -c
