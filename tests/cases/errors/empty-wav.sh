conv -e 1 $DATA/empty.wav
