# needs: sox
printf '0.5\n0.999984741\n1\n-1\n-1.00002\n1.5\n' | conv -e 1 --rate=8000 -t wav --encoding=s16 -o y.wav --gain=-3.53; sox y.wav -t s16 - | od -An -td2 | wc -w
