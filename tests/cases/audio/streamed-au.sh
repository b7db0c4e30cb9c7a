conv -e 1 -t text $DATA/streamed.au > a; cat $DATA/streamed.au | conv -e 1 -t text | cmp - a; conv -e 1 -t text $DATA/s16.wav | cmp - a; wc -l < a
