(ulimit -v 300000; conv -q -m valid $DATA/bomb.wav $DATA/s16.wav -t text | wc -l)
