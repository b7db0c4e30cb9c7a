conv -e 1 -t text $DATA/u8.wav > file
cat $DATA/u8.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
