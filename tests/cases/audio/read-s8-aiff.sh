conv -e 1 -t text $DATA/s8.aiff > file
cat $DATA/s8.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
