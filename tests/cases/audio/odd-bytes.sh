seq 3 | conv -e 0.1 --rate=8000 -t wav --encoding=s8 | wc -c; seq 3 | conv -e 0.1 --rate=8000 --encoding=s8 -o y.wav; wc -c < y.wav; conv -e 1 y.wav | wc -c; soxi -s y.wav
