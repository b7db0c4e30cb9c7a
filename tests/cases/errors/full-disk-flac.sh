conv -e 1 $DATA/s16.wav -t flac > /dev/full
