(ulimit -f 1; cat $DATA/s16.flac | conv -e 1 -t text)
