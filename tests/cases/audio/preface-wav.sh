conv -e 1 -t text $DATA/preface.wav > a; cat $DATA/preface.wav | conv -e 1 -t text | cmp - a; conv -e 1 -t text $DATA/s16.wav | cmp - a; wc -l < a
