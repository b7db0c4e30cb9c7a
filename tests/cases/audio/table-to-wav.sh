# needs: sox
seq -1 0.25 0.75 | conv -e 1 --rate=8000 -t wav | sox -t wav - -t f64 - | od -An -v -tf8 -w8 | tr -d ' '
