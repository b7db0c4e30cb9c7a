conv -e 1 -t text $DATA/mp3.mp3 > file
cat $DATA/mp3.mp3 | conv -e 1 -t text > pipe
cmp file pipe && cat file
