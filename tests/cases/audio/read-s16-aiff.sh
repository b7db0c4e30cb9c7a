conv -e 1 -t text $DATA/s16.aiff > file
cat $DATA/s16.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
