conv -e 1 -t text $DATA/stray.wav | wc -l
