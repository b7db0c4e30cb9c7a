printf '12345678123' | conv --signal-type=raw --encoding=f64 -e 1 | wc -c
