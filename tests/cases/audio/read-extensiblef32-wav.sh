conv -e 1 -t text $DATA/extensiblef32.wav > file
cat $DATA/extensiblef32.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
