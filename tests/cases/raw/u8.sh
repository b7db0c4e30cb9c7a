# needs: sox
printf '\000\100\200\300\377' > x
conv --signal-type=raw --encoding=u8 -e 1 -t text x
conv --signal-type=raw --encoding=u8 -e 1 x | cmp - x && echo same
conv --signal-type=raw --encoding=u8 --rate=8000 -e 1 -t wav x | sox -t wav - -t u8 - | od -An -tu1
