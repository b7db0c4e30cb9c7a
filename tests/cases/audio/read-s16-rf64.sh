conv -e 1 -t text $DATA/s16.rf64 > file
cat $DATA/s16.rf64 | conv -e 1 -t text > pipe
cmp file pipe && cat file
