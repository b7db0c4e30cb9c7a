printf '%s\n' 0.5 -0.25 0.125 | conv -e 1 -t wav --encoding=f64 --rate=8000 -o x.wav
conv --complex -e '1 2j' x.wav -o y.wav && conv -e 1 y.wav -t raw --encoding=f64 | od -An -v -w16 -tf8
