conv -e 1 -t text $DATA/s24.wav > file
cat $DATA/s24.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
