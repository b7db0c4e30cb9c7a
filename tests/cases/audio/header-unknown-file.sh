# needs: sox
seq 3 | conv -e 0.1 --rate=8000 -t wav --encoding=s16 > y.wav; soxi -s y.wav; seq 3 | conv -e 0.1 --rate=8000 --encoding=s16 -o z.wav; cmp y.wav z.wav; sox y.wav -t s16 - | od -An -td2
