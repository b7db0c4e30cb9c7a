conv -e 1 -t text $DATA/s32.wav > file
cat $DATA/s32.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
