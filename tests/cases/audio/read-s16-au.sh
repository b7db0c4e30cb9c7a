conv -e 1 -t text $DATA/s16.au > file
cat $DATA/s16.au | conv -e 1 -t text > pipe
cmp file pipe && cat file
