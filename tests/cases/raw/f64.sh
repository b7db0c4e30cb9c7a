printf '1\n2\n4\n' | conv -e 1 -t raw > x; od -An -tf8 -w8 -v x | tr -d ' '; conv --signal-type=raw --encoding=f64 -e 1,1 x | od -An -tf8 -w8 -v | tr -d ' '
