conv -e 1 -t text $DATA/extensible16.wav > file
cat $DATA/extensible16.wav | conv -e 1 -t text > pipe
cmp file pipe && cat file
