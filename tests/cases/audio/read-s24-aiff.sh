conv -e 1 -t text $DATA/s24.aiff > file
cat $DATA/s24.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
