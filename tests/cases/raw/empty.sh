: | conv --signal-type=raw --encoding=f64 -e 1
