conv -e 1 -t text $DATA/f32.wav > file
cat $DATA/f32.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
