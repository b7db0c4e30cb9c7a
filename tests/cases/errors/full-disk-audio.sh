conv -e 1 $DATA/s16.wav > /dev/full
