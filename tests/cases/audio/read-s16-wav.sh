conv -e 1 -t text $DATA/s16.wav > file
cat $DATA/s16.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
