conv -e 1 -t text $DATA/little.aiff > file
cat $DATA/little.aiff | conv -e 1 -t text > pipe
cmp file pipe && cat file
