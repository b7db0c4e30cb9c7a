# needs: sox
printf '%s\n' 0.25 0.5 0.75 1.5 2.5 -0.5 -0.75 -1.5 | conv -e 0.000030517578125 --rate=8000 -t wav --encoding=s16 | sox -t wav - -t s16 - | od -An -td2 -w16
