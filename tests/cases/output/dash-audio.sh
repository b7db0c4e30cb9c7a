conv -e 1 $DATA/s16.flac -o - | head -c 4
