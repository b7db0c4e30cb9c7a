conv -e 1 -t text $DATA/ulaw.wav > file
cat $DATA/ulaw.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
