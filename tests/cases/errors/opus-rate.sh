conv -e 1 -t opus --rate=44100 < $DATA/noise-20.txt
