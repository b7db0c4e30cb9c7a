conv -e 1 -t text $DATA/streamed-sox.wav > a; cat $DATA/streamed-sox.wav | conv -e 1 -t text | cmp - a; conv -e 1 -t text $DATA/s16.wav | cmp - a; wc -l < a
