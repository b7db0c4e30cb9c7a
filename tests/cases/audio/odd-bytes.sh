# needs: sox
yes 0.1 | head -200001 > x; conv -e 1 --rate=8000 -t wav --encoding=s8 x | wc -c; conv -e 1 --rate=8000 --encoding=s8 -o y.wav x; wc -c < y.wav; conv -e 1 y.wav | wc -c; soxi -s y.wav
