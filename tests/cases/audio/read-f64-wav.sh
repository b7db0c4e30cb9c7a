conv -e 1 -t text $DATA/f64.wav > file
cat $DATA/f64.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
