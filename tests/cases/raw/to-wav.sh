# needs: sox
printf '\001\000\002\000' | conv --signal-type=raw --encoding=s16 --rate=8000 -e 1 -t wav | sox -t wav - -t s16 - | od -An -td2
