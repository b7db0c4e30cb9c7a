# needs: sox
printf '0.5\nnan\n' | conv -e 1 --rate=8000 -t wav --encoding=s16 -o y.wav; sox y.wav -t s16 - | od -An -td2
