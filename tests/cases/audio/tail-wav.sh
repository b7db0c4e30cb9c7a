conv -e 1 -t text $DATA/tail.wav > a; cat $DATA/tail.wav | conv -e 1 -t text | cmp - a; conv -e 1 -t text $DATA/s16.wav | cmp - a; wc -l < a
