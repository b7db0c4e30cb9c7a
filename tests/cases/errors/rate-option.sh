conv -e 1 --rate=44100 $DATA/s16.wav
