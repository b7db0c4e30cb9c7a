(ulimit -v 300000; conv -q -e 1 -t text $DATA/bomb.flac | wc -l)
