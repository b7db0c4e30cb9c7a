conv -e 1 -t text $DATA/extensible24.wav > file
cat $DATA/extensible24.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
