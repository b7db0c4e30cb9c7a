# needs: sox
awk 'BEGIN { for (i = 0; i < 9; i++) print i/9, 0, 0, 0, 0, -i/9 }' | conv -e 1 --rate=48000 -t wav --encoding=s24 > y.wav; soxi -c y.wav; soxi -s y.wav; soxi -b y.wav
